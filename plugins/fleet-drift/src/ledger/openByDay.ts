import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ChartDay,
  Episode,
} from '@fleetcommander/backstage-plugin-fleet-react';

const dayMs = 86_400_000;

/** Every time that a drift was there, the earlier ones and the last. */
export function episodesOf({ since, endedAt, episodes }: Drift): Episode[] {
  return [...episodes, { since, endedAt }];
}

/** How many drifts were open at the end of each of the last days, of today until now. */
export function openByDay(
  drifts: readonly Drift[],
  options: { days: number; now: Date },
): ChartDay[] {
  const { days, now } = options;
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return Array.from({ length: days }, (_, index) => {
    const end = midnight.getTime() - (days - 1 - index) * dayMs;
    const at = new Date(Math.min(end - 1, now.getTime())).toISOString();
    const count = drifts.filter(drift =>
      episodesOf(drift).some(
        ({ since, endedAt }) =>
          since <= at && (endedAt === undefined || endedAt > at),
      ),
    ).length;
    return { at, count };
  });
}
