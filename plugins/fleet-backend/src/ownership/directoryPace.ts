const warmUpMs = 2 * 60_000;
const restMs = 60_000;

/**
 * Whether the catalog is due to be read. One that has just started is still filling up, and who waits for the first links should
 * not wait for a minute: it is due each time it is asked for at first, then once a minute.
 */
export function directoryPace(startedAt: number): (now: number) => boolean {
  let lastAt = -Infinity;
  return now => {
    const due = now - startedAt < warmUpMs || now - lastAt >= restMs;
    if (due) {
      lastAt = now;
    }
    return due;
  };
}
