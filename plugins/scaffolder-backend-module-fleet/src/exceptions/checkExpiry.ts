import { InputError } from '@backstage/errors';

const dayMs = 24 * 60 * 60_000;
const mostDays = 366;

/** The end of a day as a time. Throws InputError where there is no such day, or it is over, or further than a year away. */
export function checkExpiry(day: string, now = new Date()): string {
  const time = Date.parse(`${day}T23:59:59Z`);
  const shown = JSON.stringify(day.slice(0, 40));
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    Number.isNaN(time) ||
    !new Date(time).toISOString().startsWith(day)
  ) {
    throw new InputError(`expires: ${shown} is no day: write it as 2027-01-31`);
  }
  if (time <= now.getTime()) {
    throw new InputError(`expires: ${shown} is over already`);
  }
  if (time > now.getTime() + mostDays * dayMs) {
    throw new InputError(
      `expires: ${shown} is more than a year away: an exception is asked for again, or the policy is changed`,
    );
  }
  return `${day}T23:59:59Z`;
}
