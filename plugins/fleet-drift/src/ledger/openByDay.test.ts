import { drift } from '../__testUtils__/drift';
import { openByDay } from './openByDay';

describe('openByDay', () => {
  it('counts what was open at the end of each day, earlier occurrences included', () => {
    const now = new Date(2026, 10, 20, 15);
    const at = (day: number, hour: number) =>
      new Date(2026, 10, day, hour).toISOString();
    const days = openByDay(
      [
        drift('came back', {
          since: at(20, 9),
          episodes: [{ since: at(17, 20), endedAt: at(18, 2) }],
        }),
        drift('over within a day', { since: at(18, 9), endedAt: at(18, 10) }),
        drift('lasts', { since: at(1, 9), episodes: [] }),
      ],
      { from: at(17, 3), now },
    );

    expect(days.map(({ count }) => count)).toEqual([2, 1, 1, 2]);
    expect(days.at(-1)?.at).toBe(now.toISOString());
  });
});
