import type { KubernetesObject } from '../../types';
import { StatusError, type StatusCause } from '../statusErrors';
import { compareFields } from './compareFields';
import {
  describePath,
  difference,
  holds,
  intersection,
  isEmpty,
  paths,
  type FieldSet,
} from './fieldSet';
import {
  fieldsOf,
  isSameOwner,
  sortOwners,
  withFields,
  type FieldsOwner,
} from './FieldsOwner';
import { fieldsOfValue } from './fieldsOfValue';
import { mergeApplied } from './mergeApplied';
import { removeField } from './removeField';
import type { OwnershipContext } from './updateOwners';

export interface Apply {
  manager: string;
  subresource?: 'status' | 'scale';
  /** Take fields over from other managers instead of answering a conflict. */
  force: boolean;
}

export interface Applied {
  object: KubernetesObject;
  owners: readonly FieldsOwner[];
}

/** Puts what one manager wants into an object, and takes out what that manager wanted earlier and nobody else does. */
export function serverSideApply(
  live: KubernetesObject | undefined,
  wanted: KubernetesObject,
  owners: readonly FieldsOwner[],
  apply: Apply,
  context: OwnershipContext,
): Applied {
  const options = {
    manager: apply.manager,
    operation: 'Apply' as const,
    subresource: apply.subresource,
  };
  const own = owners.find(owner =>
    isSameOwner(owner, options, wanted.apiVersion),
  );
  const others = owners.filter(owner => owner !== own);
  const shape = { builtIn: context.builtIn, operation: 'Apply' as const };
  const wantedFields = fieldsOfValue(wanted, [], shape);

  const merged = mergeApplied(live, wanted, context.builtIn);
  const { changed } = compareFields(live, merged, shape);
  if (!apply.force) {
    refuseConflicts(others, changed);
  }

  const dropped = own && difference(fieldsOf(own), wantedFields);
  const object = removeDropped(merged, dropped, others) as KubernetesObject;
  const remaining = others.flatMap(owner => {
    const fields = difference(fieldsOf(owner), changed);
    return fields ? [withFields(owner, fields)] : [];
  });
  const isUnchanged = isEmpty(changed) && !dropped;
  const updated = withFields(
    {
      ...options,
      apiVersion: wanted.apiVersion,
      time: own && isUnchanged ? own.time : context.time,
    },
    wantedFields,
  );
  return { object, owners: sortOwners([updated, ...remaining]) };
}

function removeDropped(
  object: unknown,
  dropped: FieldSet | undefined,
  others: readonly FieldsOwner[],
): unknown {
  let result = object;
  for (const path of paths(dropped ?? {})) {
    if (!others.some(owner => holds(fieldsOf(owner), path))) {
      result = removeField(result, path);
    }
  }
  return result;
}

function refuseConflicts(
  others: readonly FieldsOwner[],
  changed: FieldSet,
): void {
  const causes = others.flatMap(owner => {
    const disputed = intersection(fieldsOf(owner), changed);
    const part = owner.subresource
      ? ` with subresource "${owner.subresource}"`
      : '';
    return [...paths(disputed ?? {})].map(path => ({
      reason: 'FieldManagerConflict',
      message: `conflict with "${owner.manager}"${part} using ${owner.apiVersion}`,
      field: describePath(path),
    }));
  });
  if (!causes.length) {
    return;
  }
  const plural = causes.length === 1 ? 'conflict' : 'conflicts';
  throw new StatusError(
    409,
    'Conflict',
    `Apply failed with ${causes.length} ${plural}: ${describe(causes)}`,
    { causes },
  );
}

function describe(causes: (StatusCause & { field: string })[]): string {
  if (causes.length === 1) {
    return `${causes[0].message}: ${causes[0].field}`;
  }
  const lines = causes.flatMap(({ message, field }, index) => [
    ...(message === causes[index - 1]?.message
      ? []
      : [`${message.replace('conflict', 'conflicts')}:`]),
    `- ${field}`,
  ]);
  return lines.join('\n');
}
