const periodMs = 60_000;
const beforeEndMs = 2_000;

/** Calls about once a minute of the fleet's time, and shortly before the end of a watch. Returns what stops it. */
export function scheduleBookmarks(
  end: number,
  speed: number,
  send: () => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const scheduleNext = () => {
    const now = Date.now();
    const next = Math.min(now + periodMs / speed, end - beforeEndMs);
    if (next > now) {
      timer = setTimeout(() => {
        send();
        scheduleNext();
      }, next - now);
    }
  };
  scheduleNext();
  return () => clearTimeout(timer);
}
