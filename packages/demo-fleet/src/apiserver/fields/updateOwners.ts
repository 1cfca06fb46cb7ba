import type { KubernetesObject, WriteOptions } from '../../types';
import { compareFields } from './compareFields';
import { difference, isEmpty, union, type FieldSet } from './fieldSet';
import {
  fieldsOf,
  isSameOwner,
  sortOwners,
  withFields,
  type FieldsOwner,
} from './FieldsOwner';

export interface OwnershipContext {
  builtIn: boolean;
  /** When the write happens. */
  time: string;
}

/** Owners after a write that was not an apply: what it changed is the writer's, what it removed is nobody's. */
export function updateOwners(
  owners: readonly FieldsOwner[],
  before: KubernetesObject | undefined,
  after: KubernetesObject,
  options: WriteOptions,
  context: OwnershipContext,
): readonly FieldsOwner[] {
  const { changed, removed } = compareFields(before, after, {
    builtIn: context.builtIn,
    operation: options.operation ?? 'Update',
  });
  if (isEmpty(changed) && isEmpty(removed)) {
    return owners;
  }
  const { apiVersion } = after;
  const gone = union(changed, removed);
  const kept: FieldsOwner[] = [];
  for (const owner of owners) {
    const remains = isSameOwner(owner, options, apiVersion)
      ? difference(fieldsOf(owner), removed)
      : difference(fieldsOf(owner), gone);
    if (remains) {
      kept.push(withFields(owner, remains));
    }
  }
  return isEmpty(changed)
    ? kept
    : addFields(kept, changed, options, apiVersion, context.time);
}

function addFields(
  owners: readonly FieldsOwner[],
  fields: FieldSet,
  options: WriteOptions,
  apiVersion: string,
  time: string,
): readonly FieldsOwner[] {
  const own = owners.find(owner => isSameOwner(owner, options, apiVersion));
  const others = owners.filter(owner => owner !== own);
  const updated = withFields(
    {
      manager: options.manager,
      operation: options.operation ?? 'Update',
      apiVersion,
      time,
      subresource: options.subresource,
    },
    own ? union(fieldsOf(own), fields) : fields,
  );
  return sortOwners([...others, updated]);
}
