import {
  statesByUrgency,
  type StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  CanaryRecord,
  WorkloadRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { imageOf } from '../../promotion/pipeline/imageOf';
import type { Access } from '../FleetQueryStore';
import {
  applicationSubject,
  whereApplicationVisible,
} from '../queries/conditions';
import {
  observedColumns,
  observedFreshness,
  type ObservedRow,
} from '../queries/observation';
import type { QueryContext } from '../queries/QueryContext';
import { readRecords, type SeenRecord } from '../queries/readRecords';
import { clusterFreshness } from '../queries/toCluster';
import { toCanaries } from '../queries/toCanaries';
import type { ApplicationRow } from '../rows/ApplicationRow';
import type { ClusterRow } from '../rows/ClusterRow';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';

/** An application of an overlay, on the cluster that it deploys to. */
export type RunningStage = Omit<
  StageCluster,
  'wave' | 'agrees' | 'applicationId'
> & {
  pipelineId: string;
  applicationId: string;
  overlayId: string;
  /** Of the cluster. */
  environment?: string;
  /** The cluster that it is delivered from. */
  deliveredFrom: string;
  /** Of its canary, where it tells. */
  progress?: CanaryRecord['progress'];
};

type Row = Pick<
  ApplicationRow,
  | 'id'
  | 'cluster'
  | 'at_cluster'
  | 'engine'
  | 'kind'
  | 'namespace'
  | 'name'
  | 'state'
  | 'summary'
  | 'since'
  | 'revision'
  | 'owner_key'
  | 'settled_revision'
  | 'settled_revision_since'
> &
  ObservedRow & {
    pipeline_id: string;
    overlay_id: string;
    environment?: string;
    region?: string;
    at_state?: ClusterRow['state'];
    at_summary?: string;
    at_outcome?: ClusterRow['outcome'];
    at_message?: string;
    at_last_contact_at?: string;
    arrived_at?: string;
  };

type Child = Pick<
  ApplicationRow,
  'cluster' | 'at_cluster' | 'owner_key' | 'state' | 'summary' | 'managed_by'
>;

/** What runs of these pipelines on clusters, as far as the access covers it. Its statements are as many for one as for all. */
export async function readStageClusters(
  context: QueryContext,
  pipelineIds: readonly string[],
  access: Access,
): Promise<RunningStage[]> {
  const { database } = context;
  const query: Knex.QueryBuilder = database('promotion_overlays')
    .join(
      'applications',
      'applications.source_key',
      'promotion_overlays.source_key',
    )
    .join({ own: 'clusters' }, 'own.name', 'applications.cluster')
    .leftJoin({ at: 'clusters' }, 'at.name', 'applications.at_cluster')
    .leftJoin('collections', join =>
      join
        .on('collections.cluster', 'applications.cluster')
        .on('collections.collection', 'applications.collection'),
    )
    .leftJoin('promotion_arrivals', join =>
      join
        .on('promotion_arrivals.overlay_id', 'promotion_overlays.id')
        .on('promotion_arrivals.application_id', 'applications.id')
        .on('promotion_arrivals.content', 'promotion_overlays.content'),
    )
    .whereIn('promotion_overlays.application_id', [...pipelineIds])
    .orderBy(['applications.at_cluster', 'applications.id'])
    .select(
      'promotion_overlays.application_id as pipeline_id',
      'promotion_overlays.id as overlay_id',
      ...(
        [
          'id',
          'cluster',
          'at_cluster',
          'engine',
          'kind',
          'namespace',
          'name',
          'state',
          'summary',
          'since',
          'revision',
          'owner_key',
          'settled_revision',
          'settled_revision_since',
        ] as const
      ).map(column => `applications.${column}`),
      'at.environment',
      'at.region',
      'at.state as at_state',
      'at.summary as at_summary',
      'at.outcome as at_outcome',
      'at.message as at_message',
      'at.last_contact_at as at_last_contact_at',
      'promotion_arrivals.since as arrived_at',
      ...observedColumns(database, 'own'),
    );
  whereApplicationVisible(database, query, access, applicationSubject);
  const found: object[] = await query;
  const rows = found.map(row => withoutNulls<Row>(row));
  if (rows.length === 0) {
    return [];
  }
  const children = await readChildren(database, rows);
  const owners = [...rows, ...children.values()].flat();
  const canaries = await readOwned<CanaryRecord>(context, 'canary', owners);
  const workloads = await readOwned<WorkloadRecord>(
    context,
    'workload',
    owners,
  );
  const allCanaries = [...canaries.values()].flat();
  const primaries = await readPrimaries(context, allCanaries);
  const shown = new Map(
    (await toCanaries(context, allCanaries)).map(canary => [canary.id, canary]),
  );
  return rows.map(row => {
    const below = children.get(keyOfParent(row)) ?? [];
    const keys = [row, ...below].map(keyOfOwner);
    const ownCanaries = keys.flatMap(key => canaries.get(key) ?? []);
    const canary = worstCanary(ownCanaries);
    const [worst] = [row, ...below].sort(
      (a, b) =>
        statesByUrgency.indexOf(a.state) - statesByUrgency.indexOf(b.state),
    );
    return {
      pipelineId: row.pipeline_id,
      overlayId: row.overlay_id,
      cluster: row.at_cluster,
      environment: row.environment,
      deliveredFrom: row.cluster,
      region: row.region,
      applicationId: row.id,
      engine: row.engine,
      state: worst.state,
      summary: worst.summary,
      freshness: observedFreshness(row, context),
      ...absenceOf(row, context),
      since: row.since,
      running: runningOf(
        keys.flatMap(key => workloads.get(key) ?? []),
        ownCanaries,
        primaries,
      ),
      revision: row.revision,
      appliedAt:
        row.revision !== undefined && row.settled_revision === row.revision
          ? row.settled_revision_since
          : undefined,
      arrivedAt: row.arrived_at,
      canary: canary && shown.get(canary.id),
      progress: canary?.record.progress,
    };
  });
}

/** A hub goes on telling that all is well on a cluster that it has not heard of for long. */
function absenceOf(
  row: Row,
  context: QueryContext,
): Pick<StageCluster, 'state' | 'summary' | 'freshness'> | undefined {
  const { at_state: state, at_summary: summary, at_outcome: outcome } = row;
  if (state !== 'unreachable' || outcome === undefined) {
    return undefined;
  }
  return {
    state,
    summary: summary ?? state,
    freshness: clusterFreshness(
      {
        outcome,
        message: row.at_message,
        last_contact_at: row.at_last_contact_at,
      },
      context,
    ),
  };
}

/** What an application of Flux delivers by HelmReleases runs as theirs. */
async function readChildren(
  database: Knex,
  rows: readonly Row[],
): Promise<Map<string, Child[]>> {
  const parents = rows.filter(({ kind }) => kind === 'Kustomization');
  const found: object[] =
    parents.length === 0
      ? []
      : await database('applications')
          .whereIn(
            ['cluster', 'managed_by'],
            parents.map(parent => [parent.cluster, managerOf(parent)]),
          )
          .where({ kind: 'HelmRelease' })
          .select(
            'cluster',
            'at_cluster',
            'owner_key',
            'state',
            'summary',
            'managed_by',
          );
  return groupBy(
    found.map(row => withoutNulls<Child>(row)),
    ({ cluster, managed_by: manager }) => `${cluster} ${manager}`,
  );
}

function managerOf({ kind, namespace = '', name }: Row): string {
  return `${kind}/${namespace}/${name}`;
}

function keyOfParent(row: Row): string {
  return `${row.cluster} ${managerOf(row)}`;
}

function keyOfOwner(owner: Pick<Row, 'at_cluster' | 'owner_key'>): string {
  return `${owner.at_cluster} ${owner.owner_key}`;
}

async function readOwned<R extends CanaryRecord | WorkloadRecord>(
  context: QueryContext,
  type: R['type'],
  owners: readonly Pick<Row, 'at_cluster' | 'owner_key'>[],
): Promise<Map<string, SeenRecord<R>[]>> {
  const pairs = owners.flatMap(({ at_cluster: cluster, owner_key: key }) =>
    key ? [[cluster, key]] : [],
  );
  const seen =
    pairs.length === 0
      ? []
      : await readRecords<R>(context, query =>
          query
            .whereRaw(`records.type = '${type}'`)
            .whereIn(['records.cluster', 'records.owner_key'], pairs),
        );
  return groupBy(
    seen,
    ({ cluster, record }) => `${cluster} ${record.ownerKey}`,
  );
}

/** Flagger runs the version that it has let through as a copy, which says of itself that it is nobody's. */
async function readPrimaries(
  context: QueryContext,
  canaries: readonly SeenRecord<CanaryRecord>[],
): Promise<Map<string, SeenRecord<WorkloadRecord>>> {
  const wanted = canaries.flatMap(({ cluster, record }) => {
    const { engine, namespace = '', target } = record;
    return engine === 'flagger' && target
      ? [[cluster, namespace, primaryOf(target).split('/')[1]]]
      : [];
  });
  const seen =
    wanted.length === 0
      ? []
      : await readRecords<WorkloadRecord>(context, query =>
          query
            .whereRaw("records.type = 'workload'")
            .whereIn(
              ['records.cluster', 'records.namespace', 'records.name'],
              wanted,
            ),
        );
  return new Map(
    seen.map(item => [
      `${item.cluster} ${item.record.namespace} ${item.record.kind}/${item.record.name}`,
      item,
    ]),
  );
}

function primaryOf(target: string): string {
  return `${target}-primary`;
}

function runningOf(
  workloads: readonly SeenRecord<WorkloadRecord>[],
  canaries: readonly SeenRecord<CanaryRecord>[],
  primaries: ReadonlyMap<string, SeenRecord<WorkloadRecord>>,
): StageCluster['running'] {
  const images = new Map<string, StageCluster['running'][number]>();
  for (const seen of workloads) {
    const { namespace, kind, name } = seen.record;
    const canary = canaries.find(
      item =>
        item.cluster === seen.cluster &&
        item.record.namespace === namespace &&
        item.record.target === `${kind}/${name}`,
    );
    const runs =
      (canary &&
        primaries.get(
          `${seen.cluster} ${namespace} ${primaryOf(`${kind}/${name}`)}`,
        )) ??
      seen;
    for (const { image } of runs.record.images) {
      images.set(image, { kind: 'image', ...imageOf(image) });
    }
  }
  return [...images.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The one that says most: one that fails, else one that is under way. */
function worstCanary(
  canaries: readonly SeenRecord<CanaryRecord>[],
): SeenRecord<CanaryRecord> | undefined {
  const order = ['failed', 'under-way', 'succeeded', undefined];
  const [first] = [...canaries].sort(
    (a, b) =>
      order.indexOf(a.record.progress) - order.indexOf(b.record.progress),
  );
  return first;
}
