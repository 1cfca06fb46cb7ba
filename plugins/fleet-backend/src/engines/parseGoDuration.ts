const secondsPerUnit: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

const whole = /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/;
const part = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;

/** As many nanoseconds as 63 bits hold. */
const longest = 2 ** 63 / 1e9;

/** Seconds of a duration as Go writes it, such as `1h30m`; `undefined` of anything else. */
export function parseGoDuration(text: string): number | undefined {
  if (!whole.test(text)) {
    return undefined;
  }
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(part)) {
    seconds += Number(amount) * secondsPerUnit[unit];
  }
  return seconds < longest ? seconds : undefined;
}
