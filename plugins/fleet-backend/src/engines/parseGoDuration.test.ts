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
    ['2562047h', 9223369200],
    // Longer than Go can tell: no point in time comes of it.
    ['9999999999999h', undefined],
    [`${'9'.repeat(400)}h`, undefined],
  ])('%s', (text, seconds) => {
    expect(parseGoDuration(text)).toBe(seconds);
  });
});
