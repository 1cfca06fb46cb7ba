import type {
  EngineObject,
  Freshness,
  Source,
  Workload,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineObjectRecord,
  FleetRecord,
  ImagePolicyRecord,
  SourceRecord,
  WorkloadRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { RecordRow } from '../rows/RecordRow';
import { withoutNulls } from '../sql/withoutNulls';
import {
  observedColumns,
  observedFreshness,
  type ObservedRow,
} from './observation';
import type { QueryContext } from './QueryContext';

/** A record with where and when it was seen. */
export interface SeenRecord<R extends FleetRecord = FleetRecord> {
  id: string;
  cluster: string;
  environment?: string;
  region?: string;
  entityRefs: string[];
  ownerRefs: string[];
  record: R;
  freshness: Freshness;
}

type JoinedRow = Pick<
  RecordRow,
  'id' | 'cluster' | 'data' | 'entity_refs' | 'owner_refs'
> & {
  environment?: string;
  region?: string;
} & ObservedRow;

/** Reads records. Who may see them is for the caller to settle. */
export async function readRecords<R extends FleetRecord>(
  context: QueryContext,
  narrow: (records: Knex.QueryBuilder) => void,
): Promise<SeenRecord<R>[]> {
  const query = context
    .database('records')
    .join('clusters', 'clusters.name', 'records.cluster')
    .leftJoin('collections', join =>
      join
        .on('collections.cluster', 'records.cluster')
        .on('collections.collection', 'records.collection'),
    )
    .orderBy(['records.namespace', 'records.name', 'records.id'])
    .select(
      'records.id',
      'records.cluster',
      'records.data',
      'records.entity_refs',
      'records.owner_refs',
      'clusters.environment',
      'clusters.region',
      ...observedColumns(context.database, 'clusters'),
    );
  narrow(query);
  const rows: object[] = await query;
  return rows.map(row => {
    const joined = withoutNulls<JoinedRow>(row);
    return {
      id: joined.id,
      cluster: joined.cluster,
      environment: joined.environment,
      region: joined.region,
      entityRefs: joined.entity_refs ? JSON.parse(joined.entity_refs) : [],
      ownerRefs: joined.owner_refs ? JSON.parse(joined.owner_refs) : [],
      record: JSON.parse(joined.data),
      freshness: observedFreshness(joined, context),
    };
  });
}

export function toWorkload(
  seen: SeenRecord<WorkloadRecord>,
  owner?: { id: string; entityRefs: string[] },
): Workload {
  const { images, version, desired, ready } = seen.record;
  const inherited = owner?.entityRefs.length === 1 ? owner.entityRefs : [];
  return {
    ...shownOf(seen),
    environment: seen.environment,
    region: seen.region,
    applicationId: owner?.id,
    entityRefs: seen.entityRefs.length > 0 ? seen.entityRefs : inherited,
    images,
    version,
    desired,
    ready,
  };
}

export function toSource(seen: SeenRecord<SourceRecord>): Source {
  const { sourceType, url, ref, revision, fetchedAt, suspended } = seen.record;
  return {
    ...shownOf(seen),
    type: sourceType,
    url,
    ref,
    revision,
    fetchedAt,
    suspended,
  };
}

export function toEngineObject(
  seen: SeenRecord<EngineObjectRecord>,
): EngineObject {
  const { suspended, details } = seen.record;
  return { ...shownOf(seen), suspended, details };
}

/** A policy of image automation among the other objects of its engine. */
export function imagePolicyObject(
  seen: SeenRecord<ImagePolicyRecord>,
): EngineObject {
  const { state, image, latest, digest } = seen.record;
  const details = Object.entries({ image, latest, digest }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...shownOf(seen),
    suspended: state === 'suspended',
    details: Object.fromEntries(details),
  };
}

/** What every record shows of its object. */
export function shownOf({ id, cluster, record, freshness }: SeenRecord) {
  const { engine, apiVersion, kind, namespace, name } = record;
  const { state, summary, reason, message, since } = record;
  return {
    id,
    cluster,
    engine,
    apiVersion,
    kind,
    namespace,
    name,
    state,
    summary,
    reason,
    message,
    since,
    freshness,
  };
}
