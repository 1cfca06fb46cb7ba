import { recordId } from './recordId';

/** The id of the record of a Canary of Flagger, whether it has been read or not. */
export function canaryId(
  cluster: string,
  canary: { namespace?: string; name: string },
): string {
  return recordId(cluster, {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    namespace: canary.namespace,
    name: canary.name,
    type: 'canary',
  });
}
