/**
 * An API server's watch cache remembers about 75 seconds of a busy kind, and at least 100 events of any. From this rate on a poll that
 * comes late can find its place forgotten, and holding the stream costs less than asking again.
 */
const steadyFromPerMinute = 20;
const briefBelowPerMinute = 5;

/** Whether to hold a collection's watch open; what is held already is held for longer, so that it does not flap. */
export function shouldHold(options: { perMinute: number; held: boolean }) {
  return options.held
    ? options.perMinute >= briefBelowPerMinute
    : options.perMinute >= steadyFromPerMinute;
}

/** Every so many brief watches one stays until its bookmark, so that the resourceVersion of a quiet kind keeps up. */
const bookmarkEvery = 10;

/**
 * Seconds a brief watch stays open: an API server sends what it has at once and ends the stream cleanly at its time-out, which
 * proves that it was all; a bookmark comes two seconds before that.
 */
export function briefSeconds(poll: number): number {
  return poll % bookmarkEvery === 0 ? 3 : 1;
}

/** Seconds to hold a watch: 300 to 600, so that streams that began together do not end together. */
export function holdSeconds(random: number): number {
  return Math.round(300 + random * 300);
}
