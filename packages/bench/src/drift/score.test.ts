import { precision, recall, score } from './score';

describe('score', () => {
  it('counts drifts and look-alikes apart, and lists every miss', () => {
    const override = { kind: 'override' as const, path: '.a' };
    const [result] = score([
      {
        kind: 'override',
        scenario: 'hit',
        expected: [override],
        found: [override],
      },
      {
        kind: 'override',
        scenario: 'other path',
        expected: [override],
        found: [{ ...override, path: '.b' }],
      },
      { kind: 'override', scenario: 'quiet', expected: [], found: [] },
      { kind: 'override', scenario: 'alarm', expected: [], found: [override] },
    ]);
    expect(result).toEqual({
      kind: 'override',
      drifts: 2,
      found: 1,
      lookAlikes: 2,
      false: 2,
      misses: new Map([
        ['other path', 1],
        ['alarm', 1],
      ]),
    });
    expect(recall(result)).toBe(1 / 2);
    expect(precision(result)).toBe(1 / 3);
  });
});
