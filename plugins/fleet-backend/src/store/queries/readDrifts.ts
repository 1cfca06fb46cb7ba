import type {
  Drift,
  DriftMark,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { DriftFinding } from '@fleetcommander/backstage-plugin-fleet-node';
import type { DriftRow } from '../rows/DriftRow';
import { chunks } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import type { QueryContext } from './QueryContext';
import { clusterFreshness } from './toCluster';
import type { ClusterRow } from '../rows/ClusterRow';

type JoinedRow = DriftRow &
  Pick<ClusterRow, 'environment' | 'region' | 'message' | 'last_contact_at'> & {
    outcome?: ClusterRow['outcome'];
    title?: string;
    entity_refs?: string;
    owner_refs?: string;
  };

/** Reads drifts by their ids, in the order of these. Who may see them was settled before. */
export async function readDrifts(
  context: QueryContext,
  ids: readonly string[],
): Promise<Drift[]> {
  const byId = new Map<string, Drift>();
  for (const some of chunks(ids)) {
    const rows: object[] = await context
      .database('drifts')
      .leftJoin('clusters', 'clusters.name', 'drifts.at_cluster')
      .leftJoin('applications', 'applications.id', 'drifts.record_id')
      .whereIn('drifts.id', some)
      .select(
        'drifts.*',
        'clusters.environment',
        'clusters.region',
        'clusters.outcome',
        'clusters.message',
        'clusters.last_contact_at',
        'applications.title',
        'applications.entity_refs',
        'applications.owner_refs',
      );
    for (const row of rows) {
      const drift = toDrift(withoutNulls<JoinedRow>(row), context);
      byId.set(drift.id, drift);
    }
  }
  return ids.flatMap(id => byId.get(id) ?? []);
}

function toDrift(row: JoinedRow, context: QueryContext): Drift {
  const finding: DriftFinding = JSON.parse(row.finding);
  const { remedy, correction, links, object, path, from, to } = finding;
  const now = context.now().toISOString();
  const muted: DriftMark | undefined = row.muted && JSON.parse(row.muted);
  return {
    id: row.id,
    kind: row.kind,
    severity: row.severity,
    summary: row.summary,
    remedy,
    links,
    correction,
    cluster: row.at_cluster,
    targetCluster: row.target_cluster,
    environment: row.environment,
    region: row.region,
    title: row.title ?? row.name,
    application:
      row.record_id && row.engine && row.application_kind
        ? {
            id: row.record_id,
            engine: row.engine,
            kind: row.application_kind,
            cluster: row.cluster,
            namespace: row.namespace,
            name: row.name,
          }
        : undefined,
    deliveryKey: row.delivery_key,
    object,
    path,
    from,
    to,
    manager: finding.manager,
    operation: finding.operation,
    subresource: finding.subresource,
    since: row.since,
    endedAt: row.ended_at,
    firstSince: row.first_since,
    times: row.times,
    episodes: JSON.parse(row.episodes),
    acknowledged: row.acknowledged && JSON.parse(row.acknowledged),
    muted: muted?.until && muted.until > now ? muted : undefined,
    entityRefs: row.entity_refs ? JSON.parse(row.entity_refs) : [],
    ownerRefs: row.owner_refs ? JSON.parse(row.owner_refs) : [],
    freshness: row.outcome
      ? clusterFreshness({ ...row, outcome: row.outcome }, context)
      : { stale: true, reason: 'no longer in the fleet' },
  };
}
