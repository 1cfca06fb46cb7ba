import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  editYaml,
  type YamlEdit,
  type YamlEdited,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { JsonObject } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';
import { freezeKeys, type WantedFreeze } from './WantedFreeze';

/** What is done to an entry. */
export type FreezeDeed = 'add' | 'change' | 'end';

const key = 'freezes';
const once = ['from', 'until'] as const;
const recurring = ['cron', 'duration'] as const;
const heading =
  '# Times in which nothing is promoted. A change of this file is a pull request like any other.\n';

/**
 * Adds, changes or ends one entry of a file of freezes; the rest of it stays as it is, to the letter. What the entry has to say is for
 * the fleet backend to judge, which goes by it.
 */
export function editFreezes(
  /** Absent: there is no such file yet. */
  text: string | undefined,
  deed: FreezeDeed,
  wanted: WantedFreeze,
): YamlEdited {
  const entry = entryOf(wanted);
  const entries = text === undefined ? [] : entriesOf(text);
  const index = entries.findIndex(({ title }) => title === wanted.title);
  if (deed === 'add' && index >= 0) {
    if (isDeepStrictEqual(entries[index], entry)) {
      return { text: text!, changes: [] };
    }
    throw new ConflictError(
      `title: there is a freeze called ${JSON.stringify(
        wanted.title,
      )} already: change that one, or give this one a title of its own`,
    );
  }
  if (deed !== 'add' && index < 0) {
    throw new NotFoundError(
      `title: there is no freeze called ${JSON.stringify(wanted.title)}${
        entries.length > 0
          ? `; there are ${entries.map(({ title }) => title).join(', ')}`
          : ''
      }`,
    );
  }
  if (text === undefined || isBlank(text)) {
    return {
      text: (text?.trim() ? text : heading) + stringify({ [key]: [entry] }),
      changes: [{ path: [key, 0], to: entry, line: 1 }],
    };
  }
  return editYaml(text, editsFor(deed, { entry, index, entries }));
}

function editsFor(
  deed: FreezeDeed,
  {
    entry,
    index,
    entries,
  }: { entry: JsonObject; index: number; entries: readonly JsonObject[] },
): YamlEdit[] {
  switch (deed) {
    case 'add':
      return [
        entries.length === 0
          ? { op: 'set', path: [key], value: [entry] }
          : { op: 'insert', path: [key], value: entry },
      ];
    case 'end':
      return [{ op: 'delete', path: [key, index] }];
    default: {
      // It begins at one time or at many, not both.
      const replaced = [
        ...(once.some(name => name in entry) ? recurring : []),
        ...(recurring.some(name => name in entry) ? once : []),
      ].filter(name => !(name in entry));
      return [
        ...Object.entries(entry).map(
          ([name, value]): YamlEdit => ({
            op: 'set',
            path: [key, index, name],
            value: value!,
          }),
        ),
        ...replaced.map(
          (name): YamlEdit => ({ op: 'delete', path: [key, index, name] }),
        ),
      ];
    }
  }
}

/** Comments at most. */
function isBlank(text: string): boolean {
  return text.split('\n').every(line => /^\s*(?:#|$)/.test(line));
}

function entryOf(wanted: WantedFreeze): JsonObject {
  return Object.fromEntries(
    freezeKeys.flatMap(name => {
      const value = wanted[name];
      const isSaid = Array.isArray(value) ? value.length > 0 : value?.trim();
      return isSaid ? [[name, value]] : [];
    }),
  );
}

function entriesOf(text: string): JsonObject[] {
  const root: unknown = parseOrRefuse(text);
  const list = (root as { freezes?: unknown } | null)?.freezes ?? [];
  const isList =
    (root === null || typeof root === 'object') &&
    !Array.isArray(root) &&
    Array.isArray(list) &&
    list.every(item => typeof item === 'object' && item !== null);
  if (!isList) {
    throw new InputError(
      `The file of freezes has to be a list under the key ${key}: ${key}: [{ title, reason, environments, from, until }]. Mend it by hand first`,
    );
  }
  return list;
}

function parseOrRefuse(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch (error) {
    throw new InputError(
      `The file of freezes cannot be read: ${
        (error as Error).message
      }. Mend it by hand first`,
    );
  }
}
