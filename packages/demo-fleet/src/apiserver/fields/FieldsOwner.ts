import type { WriteOptions } from '../../types';
import type { FieldSet } from './fieldSet';

/** Who owns which fields of an object: an entry of `metadata.managedFields`. */
export interface FieldsOwner {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly time: string;
  readonly subresource?: string;
  /** The field set as JSON. */
  readonly fields: string;
}

/** Objects of one shape have the same field sets, so that each text is kept once for all clusters. */
const texts = new Map<string, string>();
const maxTexts = 20_000;

function intern(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) {
    return known;
  }
  if (texts.size >= maxTexts) {
    texts.clear();
  }
  texts.set(text, text);
  return text;
}

export function fieldsOf(owner: FieldsOwner): FieldSet {
  return JSON.parse(owner.fields);
}

/** The owner with other fields. */
export function withFields(
  owner: Omit<FieldsOwner, 'fields'>,
  fields: FieldSet,
): FieldsOwner {
  return { ...owner, fields: intern(JSON.stringify(fields)) };
}

export function isSameOwner(
  owner: FieldsOwner,
  options: WriteOptions,
  apiVersion: string,
): boolean {
  return (
    owner.manager === options.manager &&
    owner.operation === (options.operation ?? 'Update') &&
    owner.subresource === options.subresource &&
    owner.apiVersion === apiVersion
  );
}

/** The order of managedFields: applies before updates, older before newer. */
export function sortOwners(
  owners: readonly FieldsOwner[],
): readonly FieldsOwner[] {
  const rank = ({ operation, time, manager, subresource = '' }: FieldsOwner) =>
    [operation, time, manager, subresource].join('\n');
  return [...owners].sort((left, right) => (rank(left) < rank(right) ? -1 : 1));
}

/** `,"managedFields":[…]`, or nothing. */
export function writeManagedFields(owners: readonly FieldsOwner[]): string {
  if (!owners.length) {
    return '';
  }
  const entries = owners.map(({ fields, ...entry }) => {
    const { subresource, ...common } = entry;
    const head = JSON.stringify({ ...common, fieldsType: 'FieldsV1' });
    const tail = subresource
      ? `,"subresource":${JSON.stringify(subresource)}`
      : '';
    return `${head.slice(0, -1)},"fieldsV1":${fields}${tail}}`;
  });
  return `,"managedFields":[${entries.join(',')}]`;
}
