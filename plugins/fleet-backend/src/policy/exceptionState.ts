import type { PolicyException } from '@fleetcommander/backstage-plugin-fleet-common';

const dayMs = 24 * 60 * 60_000;
const soonDays = 14;

/** States of exceptions, those that need somebody first. */
export const exceptionStates = [
  'expired',
  'expiring',
  'unused',
  'endless',
  'active',
] as const satisfies readonly PolicyException['state'][];

/** How an exception is, and in plain words why. */
export function exceptionState(exception: {
  expiresAt?: string;
  /** Results that it lets through; absent: nothing tells. */
  letsThrough?: number;
  /** Whether what is let through on its cluster is reported at all. */
  reported: boolean;
  now: Date;
}): Pick<PolicyException, 'state' | 'summary'> {
  const { expiresAt, letsThrough, reported, now } = exception;
  const until = expiresAt === undefined ? NaN : Date.parse(expiresAt);
  const lets = `lets through ${letsThroughWords(letsThrough)}`;
  const leftDays = (until - now.getTime()) / dayMs;
  if (leftDays <= 0) {
    return {
      state: 'expired',
      summary: `expired ${daysOf(-leftDays)} ago${
        letsThrough === 0 ? '' : ` and still ${lets}`
      }`,
    };
  }
  if (leftDays <= soonDays) {
    return {
      state: 'expiring',
      summary: `expires in ${daysOf(leftDays)}; until then ${lets}`,
    };
  }
  if (letsThrough === 0 && reported) {
    return { state: 'unused', summary: 'lets through nothing now' };
  }
  return Number.isNaN(until)
    ? { state: 'endless', summary: `${lets}, and never expires` }
    : { state: 'active', summary: `${lets}, for ${daysOf(leftDays)} more` };
}

function letsThroughWords(count: number | undefined): string {
  return count === undefined
    ? 'what no report tells'
    : String(count || 'nothing');
}

function daysOf(days: number): string {
  const whole = Math.floor(days);
  if (whole === 0) {
    return 'less than a day';
  }
  return whole === 1 ? '1 day' : `${whole} days`;
}
