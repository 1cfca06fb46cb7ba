import type { KubernetesObject } from '../../types';
import { subjectOf, type ApiContext } from '../http/ApiContext';
import { notFound } from '../statusErrors';
import { keyOf, loadObject, type StoredObject } from '../storage/StoredObject';

/** The object that a request is about, if there is one. */
export function find({ store, target }: ApiContext): StoredObject | undefined {
  const { namespace, name = '' } = target;
  return store.get(keyOf({ namespace, name }));
}

/** The object that a request is about; throws 404 where there is none. */
export function existing(context: ApiContext): {
  previous: StoredObject;
  before: KubernetesObject;
} {
  const previous = find(context);
  if (!previous) {
    throw notFound(subjectOf(context));
  }
  return { previous, before: loadObject(previous, context.type) };
}
