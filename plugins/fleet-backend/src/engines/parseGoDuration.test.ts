import { parseGoDuration } from './parseGoDuration';

describe('parseGoDuration', () => {
  it.each([
    ['5m', 300],
    ['1h30m0s', 5400],
    ['1.5h', 5400],
    ['500ms', 0.5],
    ['', undefined],
    ['5 minutes', undefined],
    ['10', undefined],
    ['-5m', undefined],
  ])('%s', (text, seconds) => {
    expect(parseGoDuration(text)).toBe(seconds);
  });
});
