/**
 * An API server's watch cache remembers about 75 seconds of a busy kind, and at least 100 events of any. From this rate on a poll that
 * comes late can find its place forgotten.
 */
const busyFromPerMinute = 20;
const quietBelowPerMinute = 5;

/**
 * Whether to hold a collection's watch open. A held watch costs a bookmark a minute and a connection, less than asking twice a minute:
 * so what people wait for is held, and what is busy. What is held already is held for longer, so that it does not flap.
 */
export function shouldHold(options: {
  prompt: boolean;
  perMinute: number;
  held: boolean;
}) {
  const { prompt, perMinute, held } = options;
  return (
    prompt || perMinute >= (held ? quietBelowPerMinute : busyFromPerMinute)
  );
}

/** Whether a poll that comes late may find its place forgotten. */
export function isBusy(perMinute: number): boolean {
  return perMinute >= busyFromPerMinute;
}

/** Between two looks at a kind that nobody waits for. At a rate below which it is not held, its place is remembered for as long. */
export const relaxedMs = 5 * 60_000;

/**
 * Whether a kind that nobody waits for is due, `age` milliseconds after it was read. Each cluster has its own moment within the five
 * minutes, its `phase` from 0 to 1, for all such kinds together: a fleet that was read at once is not asked at once for ever.
 */
export function relaxedIsDue(options: {
  now: number;
  age: number;
  phase: number;
}): boolean {
  const { now, age, phase } = options;
  const turn = (at: number) => Math.floor(at / relaxedMs + phase);
  return age === Infinity || turn(now) > turn(now - age);
}

/** Every so many brief watches one stays until its bookmark, so that the resourceVersion of a quiet kind keeps up. */
const bookmarkEvery = 10;

/**
 * Seconds a brief watch stays open: an API server sends what it has at once and ends the stream cleanly at its time-out, which
 * proves that it was all; a bookmark comes two seconds before that.
 */
export function briefSeconds(
  poll: number,
  { prompt, awaited }: { prompt: boolean; awaited: boolean },
) {
  return (prompt || awaited) && poll % bookmarkEvery !== 0 ? 1 : 3;
}

/** Seconds to hold a watch: 300 to 600, so that streams that began together do not end together. */
export function holdSeconds(random: number): number {
  return Math.round(300 + random * 300);
}

const mostLookedAt = 20;

/**
 * Which of the clusters on a screen to poll sooner: all, or none where there are so many that nobody looks at any of them. A view of
 * something that runs everywhere must not have the whole fleet polled.
 */
export function lookedAt(clusters: readonly string[]): readonly string[] {
  return clusters.length <= mostLookedAt ? clusters : [];
}
