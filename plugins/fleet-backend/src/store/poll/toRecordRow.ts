import type {
  ApplicationRecord,
  FleetRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { claimNodeId } from '../claims/claimNodeId';
import type { RecordRow } from '../rows/RecordRow';
import { canaryId } from './canaryId';
import { digest, gistOf } from './gistOf';
import { whenDue } from './whenDue';

/** What lists show of an application; the rest is its detail. */
export type StoredApplication = Omit<
  ApplicationRecord,
  'resources' | 'history'
> & { resourceCount: number };

/** What only the page of one application shows. */
export type StoredDetail = Pick<ApplicationRecord, 'resources' | 'history'>;

/** The row of a record, before it is linked. */
export function toRecordRow(
  record: FleetRecord,
  place: Pick<RecordRow, 'id' | 'cluster' | 'collection' | 'object_key'>,
): RecordRow {
  return {
    ...place,
    type: record.type,
    kind: record.kind,
    namespace: record.namespace,
    name: record.name,
    state: record.state,
    owner_key: record.ownerKey,
    parent_id: parentOf(record, place.cluster),
    version: record.type === 'workload' ? record.version : undefined,
    proofs: record.proofs && JSON.stringify(record.proofs),
    ...whenDue(record),
    ...(record.type === 'application'
      ? contentOfApplication(record)
      : contentOf(record)),
  };
}

const flaggerCanary = { apiVersion: 'flagger.app/v1beta1', kind: 'Canary' };

/** What made an object, where it belongs to what that belongs to. */
function parentOf(record: FleetRecord, cluster: string): string | undefined {
  if (record.type === 'claim-node') {
    return record.parent && claimNodeId(cluster, record.parent);
  }
  const { namespace } = record;
  if (record.type === 'workload' && record.primaryOf) {
    return canaryId(cluster, {
      ...flaggerCanary,
      namespace,
      name: record.primaryOf,
    });
  }
  return record.type === 'analysis' && record.canary
    ? canaryId(cluster, { ...record.canary, namespace })
    : undefined;
}

type Content = Pick<RecordRow, 'data' | 'detail' | 'hash' | 'gist'>;

function contentOf(record: FleetRecord): Content {
  const data = JSON.stringify(record);
  const hash = digest(data);
  return {
    data,
    hash,
    gist: record.type === 'secret-sync' ? gistOf(record) : hash,
  };
}

function contentOfApplication(record: ApplicationRecord): Content {
  const { resources, history, ...rest } = record;
  const application: StoredApplication = {
    ...rest,
    resourceCount: resources.length,
  };
  const data = JSON.stringify(application);
  const detail = JSON.stringify({ resources, history } satisfies StoredDetail);
  return { data, detail, hash: digest(data + detail), gist: gistOf(record) };
}
