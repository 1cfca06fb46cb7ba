import type {
  ApplicationRecord,
  FleetRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { claimNodeId } from '../claims/claimNodeId';
import type { RecordRow } from '../rows/RecordRow';
import { canaryId } from './canaryId';
import { digest, gistOf } from './gistOf';

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
    ...(record.type === 'application'
      ? contentOfApplication(record)
      : contentOf(record)),
  };
}

/** What made an object, where it belongs to what that belongs to. */
function parentOf(record: FleetRecord, cluster: string): string | undefined {
  if (record.type === 'claim-node') {
    return record.parent && claimNodeId(cluster, record.parent);
  }
  return record.type === 'workload' && record.primaryOf
    ? canaryId(cluster, { ...record, name: record.primaryOf })
    : undefined;
}

type Content = Pick<RecordRow, 'data' | 'detail' | 'hash' | 'gist'>;

function contentOf(record: FleetRecord): Content {
  const data = JSON.stringify(record);
  const hash = digest(data);
  return { data, hash, gist: hash };
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
