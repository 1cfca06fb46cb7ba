import { parseEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { ApplicationRow } from '../rows/ApplicationRow';
import { chunks } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';

type Delivering = Pick<
  ApplicationRow,
  'at_cluster' | 'owner_key' | 'title' | 'entity_refs' | 'delivery_basis'
>;

interface WorkloadName {
  namespace: string | null;
  name: string;
}

/**
 * Of some clusters, those on which what the applications of a delivery key deploy runs all the same: a workload of that namespace and
 * name, or one that is proven to belong to the entity that the key stands for. One application may deliver everything of a cluster.
 */
export async function readRunning(
  trx: Knex,
  applications: readonly Delivering[],
  clusters: readonly string[],
): Promise<Set<string>> {
  const deployed = await readDeployed(trx, applications);
  const entityRef = entityOf(applications);
  const running = new Set<string>();
  for (const some of chunks(clusters)) {
    const rows: (WorkloadName & { cluster: string; entity_refs?: string })[] =
      await trx('records')
        .whereRaw("type = 'workload'")
        .whereIn('cluster', some)
        .where(either => {
          either.whereIn('name', [
            ...new Set(deployed.map(({ name }) => name)),
          ]);
          if (entityRef) {
            either.orWhere({
              link_basis: 'proof',
              entity_refs: JSON.stringify([entityRef]),
            });
          }
        })
        .select('cluster', 'namespace', 'name', 'entity_refs');
    for (const row of rows) {
      if (
        row.entity_refs === JSON.stringify([entityRef]) ||
        deployed.some(
          ({ namespace, name }) =>
            namespace === row.namespace && name === row.name,
        )
      ) {
        running.add(row.cluster);
      }
    }
  }
  return running;
}

/** The entity, where the key is all of it and not one of several parts. */
function entityOf([first]: readonly Delivering[]): string | undefined {
  const [entityRef] =
    first?.delivery_basis === 'entity' && first.entity_refs
      ? (JSON.parse(first.entity_refs) as string[])
      : [];
  return entityRef && parseEntityRef(entityRef).name === first.title
    ? entityRef
    : undefined;
}

async function readDeployed(
  trx: Knex,
  applications: readonly Delivering[],
): Promise<WorkloadName[]> {
  const names = new Map<string, WorkloadName>();
  for (const [cluster, rows] of groupBy(applications, row => row.at_cluster)) {
    const found: WorkloadName[] = await trx('records')
      .whereRaw("type = 'workload'")
      .where({ cluster })
      .whereIn(
        'owner_key',
        rows.flatMap(({ owner_key: key }) => key ?? []),
      )
      .select('namespace', 'name');
    found.forEach(workload =>
      names.set(`${workload.namespace}/${workload.name}`, workload),
    );
  }
  return [...names.values()];
}
