import type { JsonValue } from '@backstage/types';
import type { Build } from './Build';
import { objectOf, type BuiltObject } from './BuiltObject';
import { generateConfigMap, type ReadText } from './generateConfigMap';
import { isWithin, resolvePath } from './resolvePath';
import {
  itemsOf,
  textOf,
  tracedAt,
  withEntry,
  type Traced,
  type TracedMap,
} from './Traced';

/** The objects, and those that the generators of a kustomization make of literals and files. What is made a Secret is not read. */
export function generateObjects(
  build: Build,
  { folder, kustomization }: { folder: string; kustomization: TracedMap },
  objects: BuiltObject[],
): BuiltObject[] {
  return itemsOf(tracedAt(kustomization, 'configMapGenerator')).reduce(
    (all, entry) => {
      if (entry.is !== 'map') {
        return all;
      }
      const data = generateConfigMap(entry, readerOf(build, folder, entry));
      const name = textOf(tracedAt(entry, 'name')) ?? '';
      const behavior = textOf(tracedAt(entry, 'behavior'));
      const before = all.find(
        ({ kind, names }) => kind === 'ConfigMap' && names.includes(name),
      );
      if (before && behavior) {
        const old = tracedAt(before.root, 'data');
        const kept =
          behavior === 'merge' && old?.is === 'map' ? old.entries : [];
        return all.with(all.indexOf(before), {
          ...before,
          root: withEntry(before.root, 'data', {
            is: 'map',
            spot: entry.spot,
            entries: new Map([...kept, ...data]),
          }),
        });
      }
      return [...all, configMap(entry, data)];
    },
    objects,
  );
}

function configMap(entry: TracedMap, data: Map<string, Traced>): BuiltObject {
  const { spot } = entry;
  const scalar = (value: string): Traced => ({ is: 'scalar', value, spot });
  const map = (entries: [string, Traced | undefined][]): TracedMap => ({
    is: 'map',
    spot,
    entries: new Map(
      entries.filter((pair): pair is [string, Traced] => pair[1] !== undefined),
    ),
  });
  return objectOf(
    map([
      ['apiVersion', scalar('v1')],
      ['kind', scalar('ConfigMap')],
      [
        'metadata',
        map([
          ['name', tracedAt(entry, 'name')],
          ['namespace', tracedAt(entry, 'namespace')],
          ['labels', tracedAt(entry, 'options', 'labels')],
        ]),
      ],
      ['data', map([...data])],
    ]),
  )!;
}

function readerOf(build: Build, folder: string, entry: Traced): ReadText {
  return path => {
    if (!path) {
      return undefined;
    }
    const file = resolvePath(folder, path);
    const value = file === undefined ? undefined : build.files[file];
    if (file === undefined || value === undefined) {
      build.miss(
        file === undefined
          ? `${path} leads out of the repository`
          : `${path} is not there`,
        entry.spot.place,
      );
      return undefined;
    }
    return {
      value,
      textLine: 1,
      spot: {
        place: { path: file, at: [], line: 1 },
        own: isWithin(build.folder, file),
        origin: 'generator',
        set: (changed: JsonValue) => ({ [file]: String(changed) }),
      },
    };
  };
}
