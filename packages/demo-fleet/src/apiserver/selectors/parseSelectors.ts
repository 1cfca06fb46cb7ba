import type { ResourceDefinition } from '../../types';
import type { StoredObject } from '../storage/StoredObject';
import { parseFieldSelector, type ObjectPredicate } from './fieldSelector';
import { parseLabelSelector } from './labelSelector';

/** The objects that a list or watch is about. */
export function parseSelectors(
  definition: ResourceDefinition,
  namespace: string | undefined,
  query: URLSearchParams,
): ObjectPredicate {
  const predicates: ObjectPredicate[] = [];
  if (namespace !== undefined) {
    predicates.push(object => object.namespace === namespace);
  }
  const labelSelector = query.get('labelSelector');
  if (labelSelector) {
    const matches = parseLabelSelector(labelSelector);
    predicates.push(object => matches(object.labels ?? {}));
  }
  const fieldSelector = query.get('fieldSelector');
  if (fieldSelector) {
    predicates.push(parseFieldSelector(fieldSelector, definition));
  }
  return (object: StoredObject) => predicates.every(matches => matches(object));
}
