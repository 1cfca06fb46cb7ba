import type { ResourceDefinition } from '../../types';
import { isPlainObject } from '../fields/fieldsOfValue';
import { badRequest } from '../statusErrors';
import type { StoredObject } from '../storage/StoredObject';

export type ObjectPredicate = (object: StoredObject) => boolean;

/** Fields of the core group's kinds that can be selected by, beside name and namespace. */
const selectable: Record<string, string[]> = {
  events: [
    'involvedObject.apiVersion',
    'involvedObject.fieldPath',
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.resourceVersion',
    'involvedObject.uid',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  namespaces: ['status.phase'],
  nodes: ['spec.unschedulable'],
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
  ],
  secrets: ['type'],
};

/** Reads field selectors such as `metadata.name=x,type!=Normal`. */
export function parseFieldSelector(
  text: string,
  definition: ResourceDefinition,
): ObjectPredicate {
  const predicates = text
    .split(',')
    .filter(part => part.trim() !== '')
    .map(part => parseRequirement(part, definition));
  return object => predicates.every(matches => matches(object));
}

function parseRequirement(
  text: string,
  definition: ResourceDefinition,
): ObjectPredicate {
  const match = /^\s*([^!=\s]+)\s*(==?|!=)\s*(.*?)\s*$/.exec(text);
  if (!match) {
    throw badRequest(
      `invalid field selector: ${text}; can't understand '${text}'`,
    );
  }
  const [, field, operator, value] = match;
  const read = reader(field, definition);
  return operator === '!='
    ? object => read(object) !== value
    : object => read(object) === value;
}

function reader(
  field: string,
  { group, plural }: ResourceDefinition,
): (object: StoredObject) => string {
  if (field === 'metadata.name') {
    return object => object.name;
  }
  if (field === 'metadata.namespace') {
    return object => object.namespace ?? '';
  }
  if (group !== '' || !selectable[plural]?.includes(field)) {
    throw badRequest(`field label not supported: ${field}`);
  }
  const path = field === 'source' ? ['source', 'component'] : field.split('.');
  return object => {
    let value: unknown = JSON.parse(`{${object.rest.slice(1)}}`);
    for (const name of path) {
      value = isPlainObject(value) ? value[name] : undefined;
    }
    return value === undefined ? '' : String(value);
  };
}
