import { wholeList } from './wholeList';

const listOf = (count: number) =>
  wholeList('open drifts', async ({ limit, cursor = '0' }) => {
    const start = Number(cursor);
    const items = Array.from(
      { length: Math.min(limit, count - start) },
      (_, index) => start + index,
    );
    const end = start + items.length;
    return {
      items,
      pageInfo: { nextCursor: end < count ? String(end) : undefined },
    };
  });

describe('wholeList', () => {
  it.each([0, 500, 1234, 5000])('reads all of %d to the end', async count => {
    const answer = await listOf(count);
    expect('known' in answer && new Set(answer.known).size).toBe(count);
  });

  it('does not take for whole what it does not read to the end', async () => {
    expect(await listOf(5001)).toEqual({
      unknown: 'there are more than 5000 open drifts',
    });
  });
});
