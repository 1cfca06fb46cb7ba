import type {
  Capacity,
  EngineOnCluster,
  NodeCounts,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineRecord,
  NodeRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';

/** What engines say of themselves; see `EngineOnCluster`. */
export type StoredEngine = Omit<EngineOnCluster, 'installed'>;

/** What records of a cluster come down to. */
export interface ClusterAggregates {
  nodes: NodeCounts;
  capacity: Capacity;
  engines: StoredEngine[];
  namespaces: number;
  region?: string;
  provider?: string;
}

/** Sums up nodes, namespaces and engines of a cluster. */
export async function aggregateCluster(
  trx: Knex.Transaction,
  cluster: string,
): Promise<ClusterAggregates> {
  const rows: { type: string; data: string }[] = await trx('records')
    .where({ cluster })
    .whereIn('type', ['node', 'engine'])
    .select('type', 'data');
  const [{ namespaces }] = await trx('records')
    .where({ cluster, type: 'namespace' })
    .count({ namespaces: '*' });
  const nodes: NodeRecord[] = [];
  const engines: EngineRecord[] = [];
  for (const { type, data } of rows) {
    if (type === 'node') {
      nodes.push(JSON.parse(data));
    } else {
      engines.push(JSON.parse(data));
    }
  }
  return {
    nodes: {
      total: nodes.length,
      ready: nodes.filter(({ ready }) => ready).length,
      pressure: nodes.filter(({ pressure }) => pressure.length > 0).length,
    },
    capacity: {
      cpuCores: sum(nodes, ({ capacity }) => capacity.cpuCores),
      memoryBytes: sum(nodes, ({ capacity }) => capacity.memoryBytes),
      pods: sum(nodes, ({ capacity }) => capacity.pods),
    },
    engines: engines.map(({ engine, version, state, summary }) => ({
      name: engine,
      version,
      state,
      summary,
    })),
    namespaces: Number(namespaces),
    region: nodes.find(({ region }) => region)?.region,
    provider: nodes.find(({ provider }) => provider)?.provider,
  };
}

function sum(
  nodes: readonly NodeRecord[],
  of: (node: NodeRecord) => number,
): number {
  return nodes.reduce((total, node) => total + of(node), 0);
}
