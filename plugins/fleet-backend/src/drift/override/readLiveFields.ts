import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  fieldsOf,
  itemsOf,
  textOf,
  timeOf,
  type Fields,
} from '../../engines/fields';
import { keyOfOwner, ownerOf } from '../../engines/ownerOf';
import { hideSecrets } from '../../secrets/hideSecrets';
import { secretMark } from '../../secrets/secretMark';
import { itemPath, memberPath, setItemPath } from './fieldPath';
import { leafText } from './leafText';
import { ListItems } from './ListItems';
import type { FieldManager, LiveFields } from './LiveFields';
import { readMarks } from './readMarks';

const mostManagers = 1_000;
const mostFields = 10_000;
const deepest = 40;
const longestName = 128;
const longestPath = 1_000;

/** The engines' own bookkeeping, which anybody who applies rewrites. */
const bookkeeping = new Set([
  '.metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]',
  '.metadata.annotations["deployment.kubernetes.io/revision"]',
  '.metadata.annotations["control-plane.alpha.kubernetes.io/leader"]',
]);

class TooMuch extends Error {}

/**
 * Reads who owns which field of an object, and its value, from `metadata.managedFields`. Never of a Secret; of what looks like one
 * elsewhere, a mark.
 */
export function readLiveFields(
  object: KubernetesObject,
  gitManagers: ReadonlySet<string>,
): LiveFields {
  const owner = ownerOf(object);
  const live: LiveFields = {
    object: identityOf(object),
    ownerKey: owner && keyOfOwner(owner),
    managers: [],
    fields: {},
  };
  const entries = itemsOf(object.metadata.managedFields);
  if (object.kind === 'Secret') {
    return { ...live, unjudged: 'what Secrets hold is never read' };
  }
  if (entries.length === 0) {
    return {
      ...live,
      unjudged: 'it does not say who set its fields: it has no managedFields',
    };
  }
  if (entries.length > mostManagers) {
    return {
      ...live,
      unjudged: `more than ${mostManagers} clients claim to have set its fields`,
    };
  }
  try {
    const hidden = withSecretsMarked(object);
    const lists = new ListItems();
    for (const entry of entries) {
      readEntry(lists, hidden, fieldsOf(entry), live);
    }
  } catch (error) {
    if (error instanceof TooMuch) {
      return { ...live, managers: [], fields: {}, unjudged: error.message };
    }
    throw error;
  }
  return { ...live, ...readMarks(object, live, gitManagers) };
}

/** Whatever is kept of the object is kept without its secrets. */
function withSecretsMarked(object: KubernetesObject): KubernetesObject {
  const { managedFields: _managedFields, ...metadata } = object.metadata;
  const salt = `${object.kind}/${metadata.namespace}/${metadata.name}`;
  return hideSecrets({ ...object, metadata }, secret =>
    secretMark(secret, salt),
  );
}

function identityOf({ apiVersion, kind, metadata }: KubernetesObject) {
  const slash = apiVersion.indexOf('/');
  return {
    group: apiVersion.slice(0, Math.max(0, slash)),
    version: apiVersion.slice(slash + 1),
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
  };
}

function readEntry(
  lists: ListItems,
  object: KubernetesObject,
  entry: Fields,
  live: LiveFields,
): void {
  const subresource = textOf(entry.subresource);
  if (subresource === 'status') {
    return;
  }
  const manager: FieldManager = {
    name: (textOf(entry.manager) ?? 'unknown').slice(0, longestName),
    operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
    time: timeOf(entry.time),
    subresource: subresource?.slice(0, longestName),
  };
  const index = live.managers.push(manager) - 1;
  let count = Object.keys(live.fields).length;
  const note = (path: string, value: unknown) => {
    if (
      value === undefined ||
      bookkeeping.has(path) ||
      path.length > longestPath
    ) {
      return;
    }
    const known = live.fields[path];
    if (known) {
      known[0].push(index);
      return;
    }
    count += 1;
    if (count > mostFields) {
      throw new TooMuch(`it has more than ${mostFields} fields`);
    }
    live.fields[path] = [[index], leafText(value)];
  };
  for (const [key, fields] of Object.entries(fieldsOf(entry.fieldsV1))) {
    if (key !== 'f:status') {
      walk(lists, { [key]: fields }, object, '', 0, note);
    }
  }
}

/** Follows a field set and the value that it is of, in step. */
function walk(
  lists: ListItems,
  set: Fields,
  value: unknown,
  path: string,
  depth: number,
  note: (path: string, value: unknown) => void,
): void {
  if (depth > deepest) {
    throw new TooMuch(`its fields lie more than ${deepest} levels deep`);
  }
  const steps = Object.keys(set).filter(step => step !== '.');
  if (steps.length === 0) {
    note(path, value);
    return;
  }
  for (const step of steps) {
    const found = follow(lists, step, value);
    if (found) {
      walk(
        lists,
        fieldsOf(set[step]),
        found.value,
        path + found.path,
        depth + 1,
        note,
      );
    }
  }
}

/** Where a step of a field set leads; nowhere when it makes no sense. */
function follow(
  lists: ListItems,
  step: string,
  value: unknown,
): { path: string; value: unknown } | undefined {
  const rest = step.slice(2);
  if (step.startsWith('f:')) {
    const fields = fieldsOf(value);
    return {
      path: memberPath(rest),
      value: Object.hasOwn(fields, rest) ? fields[rest] : undefined,
    };
  }
  const parsed = parse(rest);
  if (parsed === undefined) {
    return undefined;
  }
  const items = itemsOf(value);
  switch (step.slice(0, 2)) {
    case 'k:': {
      const keys = fieldsOf(parsed);
      return { path: itemPath(keys), value: lists.byKeys(items, keys) };
    }
    case 'v:':
      return {
        path: setItemPath(parsed),
        value: lists.byValue(items, rest),
      };
    case 'i:':
      return { path: `[${Number(parsed)}]`, value: items[Number(parsed)] };
    default:
      return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
