import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '@backstage/types';
import type { BuiltObject } from './build/BuiltObject';
import { plainOf, textOf, tracedAt, type Traced } from './build/Traced';
import { findObject } from './build/findObject';
import { checkOnlyThat } from './change/checkOnlyThat';
import { patchObject } from './change/patchObject';
import type { OverlayFiles, OverlayPlace } from './Overlay';
import { OverlayError } from './OverlayError';

/** A step to a value: a key, a position in a list, or the item of a list that has these keys. @public */
export type OverlayStep = string | number | Readonly<Record<string, unknown>>;

/** A value of an object that an overlay makes. @public */
export interface OverlayValue {
  object: { group: string; kind: string; namespace?: string; name: string };
  path: readonly OverlayStep[];
}

/** Files of an overlay that say something else of one value. @public */
export interface OverlaySetting {
  /** Those that change. */
  files: OverlayFiles;
  /** Where it is said now. */
  place: Pick<OverlayPlace, 'path' | 'line'>;
  /** What Git said of it; undefined: nothing. */
  before?: JsonValue;
  /** In words: that a place was overridden which others share. */
  remarks: string[];
}

/**
 * Has an overlay say another value of one of its objects: in the place that says it, where that is the overlay's own, else in a patch.
 *
 * It builds the overlay again afterwards, and gives back only what changed that value and nothing else. No files: it is so already.
 *
 * @throws OverlayError, with file and line, when the object is not there, is not understood, or cannot be changed alone; YamlError,
 * when its place cannot be edited.
 * @public
 */
export function setInOverlay(
  files: OverlayFiles,
  folder: string,
  { object: wanted, path: steps }: OverlayValue,
  value: JsonValue,
): OverlaySetting {
  const { build, object } = findObject(files, folder, wanted);
  const path = resolve(object, steps);
  const traced = tracedAt(object.root, ...path);
  const before = traced && plainOf(traced);
  const at = traced?.spot.place ?? { path: folder, line: 1 };
  if (isDeepStrictEqual(before, value)) {
    return { files: {}, place: at, before, remarks: [] };
  }
  const isOwn = traced?.is === 'scalar' && traced.spot.own;
  const changed = isOwn
    ? traced.spot.set(value)
    : patchObject(build, object, { path, value });
  checkOnlyThat(files, changed, { folder, wanted, path, value });
  return {
    files: changed,
    place: placeOf(files, changed, { isOwn, at }),
    before,
    remarks:
      isOwn || !traced
        ? []
        : [
            `${at.path} says it for others, too: it is not changed there, but overridden in ${folder}`,
          ],
  };
}

/** As keys and positions alone. */
function resolve(
  { root }: BuiltObject,
  steps: readonly OverlayStep[],
): string[] {
  return steps.reduce<string[]>((path, step) => {
    if (typeof step !== 'object') {
      return [...path, String(step)];
    }
    const list = tracedAt(root, ...path);
    const index =
      list?.is === 'list'
        ? list.items.findIndex(item => hasKeys(item, step))
        : -1;
    if (index < 0) {
      throw new OverlayError(
        `${path.join('.')} has no item with ${Object.entries(step)
          .map(([key, value]) => `${key} ${value}`)
          .join(' and ')} in Git: change it by hand`,
      );
    }
    return [...path, String(index)];
  }, []);
}

/** Whoever writes a manifest may leave out what has a default, such as the protocol of a port. */
function hasKeys(item: Traced, keys: Readonly<Record<string, unknown>>) {
  const said = Object.entries(keys).filter(([key]) => tracedAt(item, key));
  return (
    said.length > 0 &&
    said.every(([key, value]) => textOf(tracedAt(item, key)) === String(value))
  );
}

/** A patch stands in a file of its own, which may be there already. */
function placeOf(
  files: OverlayFiles,
  changed: OverlayFiles,
  { isOwn, at }: { isOwn: boolean; at: OverlaySetting['place'] },
): OverlaySetting['place'] {
  const paths = Object.keys(changed);
  const patch = paths.find(path => !(path in files)) ?? paths[0];
  return isOwn ? { path: at.path, line: at.line } : { path: patch, line: 1 };
}
