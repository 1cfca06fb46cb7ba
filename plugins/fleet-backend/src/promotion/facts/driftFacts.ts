import type {
  GateFacts,
  GateStage,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetDriftStore } from '../../store/FleetDriftStore';
import { everything } from './everything';
import { staleWords } from './staleWords';
import { wholeList } from './wholeList';

export type DriftFactStore = Pick<FleetDriftStore, 'listDrifts'>;

/** Open drift of the applications of a stage. What is muted counts as acknowledged. */
export async function driftFacts(
  store: DriftFactStore,
  { clusters }: GateStage,
): Promise<GateFacts['drifts']> {
  const stale = staleWords(clusters);
  if (stale) {
    return { unknown: stale };
  }
  const ids = clusters.flatMap(({ applicationId }) => applicationId ?? []);
  if (ids.length === 0) {
    return { known: [] };
  }
  const drifts = await wholeList('open drifts', at =>
    store.listDrifts({
      access: everything,
      filter: [{ application: ids, muted: ['true', 'false'] }],
      ...at,
    }),
  );
  if ('unknown' in drifts) {
    return drifts;
  }
  return {
    known: drifts.known.map(
      ({ kind, cluster, summary, since, acknowledged, muted }) => ({
        kind,
        cluster,
        summary,
        since,
        acknowledged: Boolean(acknowledged ?? muted),
      }),
    ),
  };
}
