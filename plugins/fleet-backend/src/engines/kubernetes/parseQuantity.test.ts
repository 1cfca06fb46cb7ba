import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  it.each([
    ['4', 4],
    ['.5', 0.5],
    ['7820m', 7.82],
    ['16Gi', 17_179_869_184],
    ['32853460Ki', 33_641_943_040],
    ['129e6', 129_000_000],
    ['1E', 1e18],
    [3, 3],
    ['<b>4</b>', 0],
    ['4 cores', 0],
    [undefined, 0],
    [Number.NaN, 0],
  ])('%s', (quantity, value) => {
    expect(parseQuantity(quantity)).toBe(value);
  });
});
