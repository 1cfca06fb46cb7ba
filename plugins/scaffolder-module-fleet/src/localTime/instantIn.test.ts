import { instantIn } from './instantIn';

describe('instantIn', () => {
  it.each([
    ['2026-11-27T18:00', 'UTC', '2026-11-27T18:00:00.000Z'],
    ['2026-11-27T18:00', 'Europe/Berlin', '2026-11-27T17:00:00.000Z'],
    ['2026-07-27T00:00', 'Europe/Berlin', '2026-07-26T22:00:00.000Z'],
    ['2026-11-27T18:00', 'Asia/Kolkata', '2026-11-27T12:30:00.000Z'],
    // Just before and after the clock is put back, and forward.
    ['2026-10-25T01:59', 'Europe/Berlin', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['2027-03-28T03:00', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
  ])('%s in %s is %s', (text, timeZone, instant) => {
    expect(instantIn(text, timeZone)?.toISOString()).toBe(instant);
  });

  it('knows no other time', () => {
    expect(instantIn('tomorrow', 'UTC')).toBeUndefined();
    expect(instantIn('2026-13-27T18:00', 'UTC')).toBeUndefined();
    expect(instantIn('2026-11-27T18:00', 'Moon/Base')).toBeUndefined();
  });
});
