import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { EnvironmentOf } from '../FleetPollStore';
import { reresolve } from '../resolve/reresolve';
import type { ResolutionInputs } from '../resolve/ResolutionInputs';
import type { ClusterRow } from '../rows/ClusterRow';
import { chunks, upsert } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import { deleteClusters } from './deleteClusters';

const definedColumns = [
  'name',
  'title',
  'url',
  'hub',
  'owner_ref',
  'source',
  'sign_in',
  'labels',
  'links',
  'environment',
  'configured_region',
  'configured_provider',
  'region',
  'provider',
] as const satisfies readonly (keyof ClusterRow)[];

type DefinedColumns = Pick<ClusterRow, (typeof definedColumns)[number]>;

/** What applications are resolved with. */
const placing: readonly (keyof DefinedColumns)[] = [
  'url',
  'environment',
  'region',
];

/** Makes the inventory agree with the definitions, and applications with the inventory. */
export async function syncClusters(
  database: Knex,
  inputs: ResolutionInputs,
  definitions: readonly ClusterDefinition[],
  options: { complete: boolean; environmentOf: EnvironmentOf },
): Promise<void> {
  const { complete, environmentOf } = options;
  await database.transaction(async trx => {
    const rows: object[] = await trx('clusters').select(definedColumns);
    const stored = new Map(
      rows.map(row => {
        const cluster = withoutNulls<DefinedColumns>(row);
        return [cluster.name, { ...cluster, hub: Boolean(cluster.hub) }];
      }),
    );
    const defined = definitions.map(definition =>
      toRow(definition, environmentOf, stored.get(definition.name)),
    );
    const changed = defined.filter(row =>
      definedColumns.some(
        column => row[column] !== stored.get(row.name)?.[column],
      ),
    );
    const names = new Set(defined.map(({ name }) => name));
    const gone = complete
      ? [...stored.keys()].filter(name => !names.has(name))
      : [];
    if (changed.length + gone.length === 0) {
      return;
    }
    await writeClusters(trx, changed);
    await deleteClusters(trx, gone);
    await inputs.saveClusters(
      trx,
      await trx('clusters').orderBy('name').select('name', 'url'),
    );
    const moved = changed
      .filter(row =>
        placing.some(column => row[column] !== stored.get(row.name)?.[column]),
      )
      .map(({ name }) => name);
    if (moved.length + gone.length > 0) {
      await retarget(trx, inputs, [...moved, ...gone]);
    }
  });
}

function toRow(
  definition: ClusterDefinition,
  environmentOf: EnvironmentOf,
  stored: DefinedColumns | undefined,
): DefinedColumns {
  const { environment, region, provider } = environmentOf(definition);
  return {
    name: definition.name,
    title: definition.title,
    url: definition.url,
    hub: definition.hub ?? false,
    owner_ref: definition.ownerRef?.toLocaleLowerCase('en-US'),
    source: definition.source,
    sign_in: definition.signIn.provider,
    labels: JSON.stringify(definition.labels),
    links: JSON.stringify(definition.links ?? []),
    environment,
    configured_region: region,
    configured_provider: provider,
    region: region ?? (stored?.configured_region ? undefined : stored?.region),
    provider:
      provider ?? (stored?.configured_provider ? undefined : stored?.provider),
  };
}

async function writeClusters(
  trx: Knex.Transaction,
  clusters: readonly DefinedColumns[],
): Promise<void> {
  const names = clusters.map(({ name }) => name);
  const known = new Set<string>();
  for (const some of chunks(names)) {
    const rows: string[] = await trx('clusters')
      .whereIn('name', some)
      .pluck('name');
    rows.forEach(name => known.add(name));
    await trx('cluster_labels').whereIn('cluster', some).delete();
  }
  await upsert(
    trx,
    'clusters',
    clusters
      .filter(({ name }) => !known.has(name))
      .map(cluster => ({
        ...cluster,
        outcome: 'pending',
        state: 'unknown',
        summary: 'not polled yet',
      })),
    {
      columns: [...definedColumns, 'outcome', 'state', 'summary'],
      key: ['name'],
    },
  );
  for (const { name, ...cluster } of clusters) {
    if (known.has(name)) {
      const columns = definedColumns.slice(1) as (keyof typeof cluster)[];
      await trx('clusters')
        .where({ name })
        .update(
          Object.fromEntries(
            columns.map(column => [column, cluster[column] ?? null]),
          ),
        );
    }
  }
  await upsert(
    trx,
    'cluster_labels',
    clusters.flatMap(({ name, labels }) =>
      Object.entries<string>(JSON.parse(labels)).map(([key, value]) => ({
        cluster: name,
        key,
        value,
      })),
    ),
    { columns: ['cluster', 'key', 'value'], key: ['cluster', 'key'] },
  );
}

/** Resolves again what deploys to these clusters, and whatever deploys elsewhere than to its own: it may have meant one of them. */
async function retarget(
  trx: Knex.Transaction,
  inputs: ResolutionInputs,
  clusters: readonly string[],
): Promise<void> {
  const resolution = await inputs.read(trx);
  await reresolve(trx, resolution, applications => {
    applications
      .whereNull('target_cluster')
      .orWhereRaw('target_cluster <> applications.cluster');
    for (const some of chunks(clusters)) {
      applications.orWhereIn('at_cluster', some);
    }
  });
}
