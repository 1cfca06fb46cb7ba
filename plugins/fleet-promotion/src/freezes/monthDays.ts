import type { MonthDay } from '@fleetcommander/backstage-plugin-fleet-react';

/** A month by the viewer's calendar: `month` counts from 0 on, and may lie beyond its year. */
export interface Month {
  year: number;
  month: number;
}

/** The days of the weeks that a month reaches into, from Monday on. Days are counted and not hours, for they are not all alike. */
export function monthDays({ year, month }: Month): MonthDay[] {
  const first = new Date(year, month, 1);
  const before = (first.getDay() + 6) % 7;
  const length = new Date(year, month + 1, 0).getDate();
  const count = Math.ceil((before + length) / 7) * 7;
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(year, month, 1 - before + index);
    return { date, inside: date.getMonth() === first.getMonth() };
  });
}

/** The midnight that begins a day. */
export function midnight(day: Date, later = 0): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + later);
}

/** `2026-11`, as a link carries it; the month of `now` where it is none. */
export function readMonth(text: string | undefined, now: Date): Month {
  const [, year, month] = text?.match(/^(\d{4})-(0[1-9]|1[0-2])$/) ?? [];
  return year
    ? { year: Number(year), month: Number(month) - 1 }
    : { year: now.getFullYear(), month: now.getMonth() };
}

/** What {@link readMonth} reads. */
export function writeMonth({ year, month }: Month): string {
  const first = new Date(year, month, 1);
  return `${first.getFullYear()}-${String(first.getMonth() + 1).padStart(
    2,
    '0',
  )}`;
}
