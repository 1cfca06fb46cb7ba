import type { PolicyReportRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { digest } from '../poll/gistOf';

/** Equal for two versions of a report that tell the same: scanners write anew when they looked, each time. */
export function reportHash(record: PolicyReportRecord): string {
  const { tally, stated, cappedOf, staleAt, results } = record;
  return digest(
    JSON.stringify([
      tally,
      stated,
      cappedOf,
      staleAt,
      results.map(({ at: _, ...told }) => told),
    ]),
  );
}
