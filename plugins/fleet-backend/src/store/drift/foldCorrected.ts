import type { DriftSeverity } from '@fleetcommander/backstage-plugin-fleet-common';
import type { DriftFinding } from '@fleetcommander/backstage-plugin-fleet-node';
import type { DriftRow } from '../rows/DriftRow';
import {
  driftId,
  mostEpisodes,
  rowOf,
  type DriftEpisode,
  type DriftSubject,
} from './foldDrifts';

/**
 * What the ledger says of a subject once it is known that these were corrected then: they are over as they are written. One that the
 * ledger has already came back.
 */
export function foldCorrected(options: {
  subject: DriftSubject;
  findings: readonly DriftFinding[];
  /** In UTC. */
  endedAt: string;
  /** By id. */
  ledger: ReadonlyMap<string, DriftRow>;
  severityOf: (finding: DriftFinding) => DriftSeverity;
  now: string;
}): DriftRow[] {
  const { subject, findings, ledger, severityOf, now } = options;
  // Clocks of clusters may be ahead.
  const endedAt = options.endedAt < now ? options.endedAt : now;
  return findings.map(finding => {
    const id = driftId(subject, finding);
    const before = ledger.get(id);
    if (before?.ended_at !== undefined && before.ended_at > endedAt) {
      return withEarlier(before, { since: endedAt, endedAt });
    }
    const severity = severityOf(finding);
    const row = rowOf(id, before, { subject, finding, severity, now: endedAt });
    return { ...row, ended_at: endedAt, seen_at: now };
  });
}

/** Clusters tell late of what was before. */
function withEarlier(row: DriftRow, episode: DriftEpisode): DriftRow {
  const episodes: DriftEpisode[] = JSON.parse(row.episodes);
  const { since } = episode;
  return {
    ...row,
    times: row.times + 1,
    first_since: since < row.first_since ? since : row.first_since,
    episodes: JSON.stringify(
      [...episodes, episode]
        .sort((a, b) => (a.endedAt < b.endedAt ? 1 : -1))
        .slice(0, mostEpisodes),
    ),
  };
}
