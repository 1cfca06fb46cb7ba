import { backoff } from './backoff';

describe('backoff', () => {
  it('doubles up to five minutes, takes up to a fifth off, and waits at least as long as it was asked to', () => {
    const delays = [1, 2, 3, 4, 5, 20].map(failures =>
      backoff({ failures, intervalMs: 30_000, random: 0 }),
    );
    expect(delays).toEqual([
      30_000, 60_000, 120_000, 240_000, 300_000, 300_000,
    ]);
    expect(backoff({ failures: 1, intervalMs: 30_000, random: 1 })).toBe(
      24_000,
    );
    expect(
      backoff({
        failures: 1,
        intervalMs: 30_000,
        retryAfterSeconds: 90,
        random: 1,
      }),
    ).toBe(90_000);
    // An interval longer than the longest delay is kept.
    expect(backoff({ failures: 1, intervalMs: 600_000, random: 0 })).toBe(
      600_000,
    );
  });
});
