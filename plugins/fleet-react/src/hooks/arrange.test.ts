import { arrange } from './arrange';

const letters = (word: string, mark = '') =>
  [...word].map(letter => ({ letter, mark }));

function arranged(held: string, items: string) {
  const { items: shown, pending } = arrange({
    held: letters(held),
    items: letters(items, 'new'),
    itemKey: ({ letter }) => letter,
  });
  return {
    order: shown.map(({ letter }) => letter).join(''),
    renewed: shown
      .filter(({ mark }) => mark)
      .map(({ letter }) => letter)
      .join(''),
    pending,
  };
}

describe('arrange', () => {
  it.each([
    ['says what changed in place', 'abc', 'abc', 'abc', 'abc', 0],
    ['keeps what is gone', 'abc', 'ac', 'abc', 'ac', 1],
    [
      'leaves what came among the others waiting',
      'abc',
      'axbc',
      'abc',
      'abc',
      1,
    ],
    ['lets what follows at the end in', 'abc', 'abcde', 'abcde', 'abcde', 0],
    ['counts one that moved as one', 'abcde', 'eabcd', 'abcde', 'abcde', 1],
    ['counts all at once', 'abcd', 'dxab', 'abcd', 'abd', 3],
    ['keeps a list that became empty', 'ab', '', 'ab', '', 2],
  ])('%s', (_, held, items, order, renewed, pending) => {
    expect(arranged(held, items)).toEqual({ order, renewed, pending });
  });

  it('takes items as they come when nothing is held, each once', () => {
    const result = arrange({
      held: undefined,
      items: letters('aba'),
      itemKey: ({ letter }) => letter,
    });
    expect(result.items.map(({ letter }) => letter)).toEqual(['a', 'b']);
    expect(result.pending).toBe(0);
  });
});
