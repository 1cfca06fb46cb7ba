import { createHash } from 'node:crypto';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';

/**
 * The id of a record: the same whenever and by whomever the object is read. It begins with what is of the cluster, so that the
 * records of one cluster lie together in every index and a write touches few pages.
 */
export function recordId(
  cluster: string,
  record: Pick<
    FleetRecord,
    'apiVersion' | 'kind' | 'namespace' | 'name' | 'type'
  >,
): string {
  const { apiVersion, kind, namespace = '', name, type } = record;
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return (
    digest(cluster).slice(0, 6) +
    digest([cluster, group, kind, namespace, name, type].join('\n')).slice(
      0,
      16,
    )
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
