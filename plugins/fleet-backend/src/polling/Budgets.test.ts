import { Budgets } from './Budgets';

describe('Budgets', () => {
  it('keeps a fifth of the streams for busy kinds, and takes each back once', () => {
    const budgets = new Budgets({ concurrency: 1, relists: 1, streams: 5 });
    const take = (busy: boolean) => budgets.takeStream({ busy });
    const taken = [take(false), take(false), take(false), take(false)];
    expect(taken.every(Boolean)).toBe(true);
    expect(take(false)).toBeUndefined();
    expect(take(true)).toBeDefined();
    expect(take(true)).toBeUndefined();

    taken[0]?.();
    taken[0]?.();
    expect(take(true)).toBeDefined();
    expect(take(true)).toBeUndefined();
  });
});
