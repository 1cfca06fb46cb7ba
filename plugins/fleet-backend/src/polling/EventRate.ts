const windowMs = 3 * 60_000;

/** Events a minute of one collection, over the last minutes. */
export class EventRate {
  #arrivals: { at: number; count: number }[] = [];
  #since: number;

  constructor(now: number) {
    this.#since = now;
  }

  add(count: number, now: number) {
    if (count > 0) {
      this.#arrivals.push({ at: now, count });
    }
  }

  perMinute(now: number): number {
    this.#arrivals = this.#arrivals.filter(({ at }) => at > now - windowMs);
    const observedMs = Math.min(windowMs, now - this.#since);
    if (observedMs < 20_000) {
      return 0;
    }
    const total = this.#arrivals.reduce((sum, { count }) => sum + count, 0);
    return (total * 60_000) / observedMs;
  }
}
