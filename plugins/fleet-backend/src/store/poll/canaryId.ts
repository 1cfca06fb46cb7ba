import type { CanaryRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { recordId } from './recordId';

/** The id of the record of a canary, whether it has been read or not. */
export function canaryId(
  cluster: string,
  canary: Pick<CanaryRecord, 'apiVersion' | 'kind' | 'namespace' | 'name'>,
): string {
  return recordId(cluster, { ...canary, type: 'canary' });
}
