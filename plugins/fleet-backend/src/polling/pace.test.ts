import { EventRate } from './EventRate';
import {
  briefSeconds,
  holdSeconds,
  lookedAt,
  relaxedIsDue,
  shouldHold,
} from './pace';

describe('pace', () => {
  it('holds what is busy, keeps what is held for longer, and lets go of what went quiet', () => {
    const rate = new EventRate(0);
    rate.add(30, 30_000);
    expect(rate.perMinute(10_000)).toBe(0);
    const busy = rate.perMinute(60_000);
    expect(busy).toBe(30);
    expect(shouldHold({ prompt: false, perMinute: busy, held: false })).toBe(
      true,
    );
    const calmer = rate.perMinute(180_000);
    expect(calmer).toBe(10);
    expect(shouldHold({ prompt: false, perMinute: calmer, held: false })).toBe(
      false,
    );
    expect(shouldHold({ prompt: false, perMinute: calmer, held: true })).toBe(
      true,
    );
    expect(
      shouldHold({
        prompt: false,
        perMinute: rate.perMinute(300_000),
        held: true,
      }),
    ).toBe(false);
  });

  it('waits for a bookmark now and then, which an API server sends only to watches of more than two seconds', () => {
    for (const waiting of [
      { prompt: true, awaited: false },
      { prompt: false, awaited: true },
    ]) {
      const seconds = Array.from({ length: 20 }, (_, poll) =>
        briefSeconds(poll + 1, waiting),
      );
      expect(seconds.filter(s => s > 2)).toHaveLength(2);
      expect(Math.min(...seconds)).toBe(1);
    }
    expect(briefSeconds(1, { prompt: false, awaited: false })).toBe(3);
  });

  it('polls sooner what somebody looks at, and not the whole fleet for who looks at all of it', () => {
    expect(lookedAt(['dev-1', 'prod-1'])).toEqual(['dev-1', 'prod-1']);
    const fleet = Array.from({ length: 500 }, (_, i) => `spoke-${i}`);
    expect(lookedAt(fleet)).toEqual([]);
  });

  it('asks each cluster at its own moment for what nobody waits for, every five minutes', () => {
    const minute = 60_000;
    const dueAfter = (phase: number) => {
      const readAt = 1_000 * minute;
      for (let age = 0; ; age += minute / 2) {
        if (relaxedIsDue({ now: readAt + age, age, phase })) {
          return age / minute;
        }
      }
    };
    const phases = [0, 0.2, 0.4, 0.6, 0.8];
    expect(phases.map(dueAfter)).toEqual([5, 4, 3, 2, 1]);
    expect(relaxedIsDue({ now: 0, age: Infinity, phase: 0 })).toBe(true);
  });

  it('holds for five to ten minutes', () => {
    expect([holdSeconds(0), holdSeconds(1)]).toEqual([300, 600]);
  });
});
