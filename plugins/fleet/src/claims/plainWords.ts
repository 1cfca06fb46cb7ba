/** So much of a message tells whether a summary repeats it. */
const telling = 24;

/** A summary without the engine's message, which stands beside it whole. */
export function plainWords(summary: string, message: string = ''): string {
  const at = message ? summary.indexOf(message.slice(0, telling)) : -1;
  return at > 0 ? summary.slice(0, at).replace(/[\s:]+$/, '') : summary;
}
