import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ClusterChange } from '../FleetPollStore';
import type { ClusterRow } from '../rows/ClusterRow';
import { transitionColumns, type TransitionRow } from '../rows/TransitionRow';
import { upsert } from '../sql/bulk';
import { aggregateCluster } from './aggregateCluster';
import { clusterState } from './clusterState';
import type { FoldedChange } from './foldChange';
import { isSettled } from './settle';

const aggregated: readonly string[] = ['node', 'namespace', 'engine'];

/** Brings state and sums of a cluster up to date, where the change touches them. */
export async function updateCluster(
  trx: Knex.Transaction,
  before: ClusterRow,
  change: ClusterChange,
  { written, gone }: FoldedChange,
): Promise<{ regionChanged: boolean }> {
  const sums = [...written.map(({ row }) => row), ...gone].some(({ type }) =>
    aggregated.includes(type),
  )
    ? await aggregateCluster(trx, before.name)
    : undefined;
  const { state, summary } = clusterState({
    outcome: before.outcome,
    message: before.message,
    nodes: sums?.nodes ?? (before.nodes && JSON.parse(before.nodes)),
  });
  const turned = state !== before.state;
  const region = sums ? before.configured_region ?? sums.region : before.region;
  if (sums || turned || summary !== before.summary) {
    await trx('clusters')
      .where({ name: before.name })
      .update({
        state,
        summary,
        ...(turned && { since: change.at.toISOString() }),
        ...(sums && {
          nodes: JSON.stringify(sums.nodes),
          capacity: JSON.stringify(sums.capacity),
          engines: JSON.stringify(sums.engines),
          namespaces: sums.namespaces,
          region: region ?? null,
          provider: before.configured_provider ?? sums.provider ?? null,
        }),
      });
  }
  if (turned && isSettled(state) && isSettled(before.state)) {
    await writeClusterTransition(trx, before, {
      state,
      summary,
      at: change.at,
    });
  }
  return { regionChanged: region !== before.region };
}

async function writeClusterTransition(
  trx: Knex.Transaction,
  { name, state: from }: ClusterRow,
  to: Pick<ClusterRow, 'state' | 'summary'> & { at: Date },
): Promise<void> {
  await upsert<TransitionRow>(
    trx,
    'transitions',
    [
      {
        id: randomUUID(),
        record_id: `cluster:${name}`,
        engine: 'kubernetes',
        kind: 'Cluster',
        cluster: name,
        at_cluster: name,
        name,
        from_state: from,
        to_state: to.state,
        at: to.at.toISOString(),
        summary: to.summary,
      },
    ],
    { columns: transitionColumns, key: ['id'] },
  );
}
