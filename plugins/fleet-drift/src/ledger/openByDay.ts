import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ChartDay,
  Episode,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** Every time that a drift was there, the earlier ones and the last. */
export function episodesOf({ since, endedAt, episodes }: Drift): Episode[] {
  return [...episodes, { since, endedAt }];
}

/** How many drifts were open at the end of each day from one on, of today until now. */
export function openByDay(
  drifts: readonly Drift[],
  options: { from: string; now: Date },
): ChartDay[] {
  const { from, now } = options;
  const days: ChartDay[] = [];
  const midnight = new Date(from);
  do {
    midnight.setHours(24, 0, 0, 0);
    const at = new Date(
      Math.min(midnight.getTime() - 1, now.getTime()),
    ).toISOString();
    const count = drifts.filter(drift =>
      episodesOf(drift).some(
        ({ since, endedAt }) =>
          since <= at && (endedAt === undefined || endedAt > at),
      ),
    ).length;
    days.push({ at, count });
  } while (midnight < now);
  return days;
}
