import { isOlder } from './resourceVersion';

describe('resourceVersion', () => {
  it('compares beyond what a number holds', () => {
    expect(isOlder('9', '10')).toBe(true);
    expect(isOlder('10', '9')).toBe(false);
    expect(isOlder('7', '7')).toBe(false);
    expect(isOlder('18446744073709551614', '18446744073709551615')).toBe(true);
  });
});
