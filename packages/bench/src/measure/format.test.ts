import { bytes, milliseconds, percent, short, times } from './format';

describe('format', () => {
  it('writes numbers as people read them', () => {
    expect(bytes(812)).toBe('812 B');
    expect(bytes(1_440_000)).toBe('1.4 MB');
    expect(milliseconds(4.23)).toBe('4.2 ms');
    expect(milliseconds(37_400)).toBe('37 s');
    expect(percent(0.0237)).toBe('2.4 %');
    expect(times(104.4)).toBe('104 ×');
    expect(short(0)).toBe('0');
    expect(short(NaN)).toBe('–');
  });
});
