import type { GitOwnedRow } from '../rows/GitOwnedRow';
import type { SeenObject } from './detectObjects';

/** An object of which nothing new was seen. */
export function knownObject(row: GitOwnedRow): SeenObject {
  const { id, collection, api_group: group, version } = row;
  const { kind, namespace, name } = row;
  return {
    id,
    collection,
    object: { group, version, kind, namespace, name },
    versions: [],
  };
}
