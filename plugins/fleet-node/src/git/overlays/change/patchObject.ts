import type { JsonObject, JsonValue } from '@backstage/types';
import { stringify } from 'yaml';
import type { Build } from '../build/Build';
import { titleOf, type BuiltObject } from '../build/BuiltObject';
import { mergeKeyOf } from '../build/mergeKeyOf';
import { mergePatch } from '../build/mergePatch';
import { withoutIdentity } from '../build/withoutIdentity';
import type { Spot } from '../build/Spot';
import {
  plainOf,
  textOf,
  tracedAt,
  type Traced,
  type TracedMap,
} from '../build/Traced';
import type { OverlayFiles } from '../Overlay';
import { insert } from './editKustomization';

/** A value in an object. */
export interface ObjectValue {
  path: readonly string[];
  value: JsonValue;
}

/** Has an overlay override a value of an object, in a file for such patches of it; one that is there says it, too. */
export function patchObject(
  build: Build,
  object: BuiltObject,
  value: ObjectValue,
): OverlayFiles {
  const strategic = strategicPatch(object, value);
  const extended = strategic && extendPatch(build, object, strategic);
  if (extended) {
    return extended;
  }
  const file = freeName(build, object);
  const target = {
    ...(object.group && { group: object.group }),
    kind: object.kind,
    name: object.names[0],
  };
  return {
    ...insert(build, 'patches', {
      path: file,
      ...(!strategic && { target }),
    }),
    [inFolder(build, file)]: stringify(strategic ?? jsonPatch(object, value)),
  };
}

function extendPatch(
  build: Build,
  object: BuiltObject,
  addition: JsonObject,
): OverlayFiles | undefined {
  const path = inFolder(build, `${stemOf(object)}.yaml`);
  const patch = build.ownPatches.find(
    own => own.object === titleOf(object) && own.patch.spot.place.path === path,
  )?.patch;
  if (!patch) {
    return undefined;
  }
  const said = withoutIdentity(tracedFrom(addition, patch.spot));
  const both = mergePatch(patch, said, object.group);
  return both && patch.spot.set(plainOf(both));
}

function tracedFrom(value: JsonObject, spot: Spot): TracedMap;
function tracedFrom(value: JsonValue, spot: Spot): Traced;
function tracedFrom(value: JsonValue, spot: Spot): Traced {
  if (Array.isArray(value)) {
    return {
      is: 'list',
      spot,
      items: value.map(item => tracedFrom(item, spot)),
    };
  }
  return typeof value === 'object' && value
    ? {
        is: 'map',
        spot,
        entries: new Map(
          Object.entries(value).map(([key, item]) => [
            key,
            tracedFrom(item!, spot),
          ]),
        ),
      }
    : { is: 'scalar', spot, value };
}

/** Undefined: it goes through a list whose items have no names by which kustomize would merge them. */
function strategicPatch(
  object: BuiltObject,
  { path, value }: ObjectValue,
): JsonObject | undefined {
  const nest = (
    at: Traced | undefined,
    index: number,
  ): JsonValue | undefined => {
    if (index === path.length) {
      return value;
    }
    const step = path[index];
    const below = nest(tracedAt(at, step), index + 1);
    if (below === undefined || at?.is !== 'list') {
      return below === undefined ? undefined : { [step]: below };
    }
    const item = tracedAt(at, step);
    const key = mergeKeyOf(object.group, path[index - 1], candidate =>
      Boolean(tracedAt(item, candidate)),
    );
    const name = key && textOf(tracedAt(item, key));
    return key && name && typeof below === 'object'
      ? [{ [key]: name, ...(below as JsonObject) }]
      : undefined;
  };
  const said = nest(object.root, 0) as JsonObject | undefined;
  const { metadata, ...rest } = said ?? {};
  const { group, version, kind, names, namespaces } = object;
  return (
    said && {
      apiVersion: group ? `${group}/${version}` : version,
      kind,
      metadata: {
        name: names[0],
        ...(namespaces[0] && { namespace: namespaces[0] }),
        ...(metadata as JsonObject | undefined),
      },
      ...rest,
    }
  );
}

function jsonPatch(
  object: BuiltObject,
  { path, value }: ObjectValue,
): JsonValue {
  const pointer = path
    .map(step => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
  const op = tracedAt(object.root, ...path) ? 'replace' : 'add';
  return [{ op, path: pointer, value }];
}

function freeName(build: Build, object: BuiltObject): string {
  const stem = stemOf(object);
  let name = `${stem}.yaml`;
  for (let count = 2; inFolder(build, name) in build.files; count += 1) {
    name = `${stem}-${count}.yaml`;
  }
  return name;
}

function stemOf({ kind, names }: BuiltObject): string {
  return `${names[0]}-${kind}`.toLowerCase().replace(/[^a-z0-9-]/g, '-');
}

function inFolder({ folder }: Build, file: string): string {
  return folder ? `${folder}/${file}` : file;
}
