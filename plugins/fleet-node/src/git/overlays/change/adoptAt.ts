import type { JsonValue } from '@backstage/types';
import type { SettledOverlay } from '../artifacts/settledIn';
import { titleOf, type BuiltObject } from '../build/BuiltObject';
import { tracedAt, type Traced } from '../build/Traced';
import type { OverlayChange, OverlayFiles } from '../Overlay';
import { addToPatch, patchObject } from './patchObject';

/** Sets a value of an object where the overlay itself does, or else in a patch of the overlay. */
export function adoptAt(
  { build }: SettledOverlay,
  object: BuiltObject,
  { path, value }: { path: readonly string[]; value: JsonValue | undefined },
): OverlayChange {
  const found = tracedAt(object.root, ...path);
  const files = found && isOwn(found) ? setOwn(found, path, value) : undefined;
  if (files) {
    return { files, remarks: [] };
  }
  const wanted = { path, value: value ?? null };
  return {
    files:
      (value === undefined ? undefined : addToPatch(build, object, wanted)) ??
      patchObject(build, object, wanted),
    remarks: found
      ? [
          `${path.join('.')} of ${titleOf(object)} is settled in ${
            found.spot.place.path
          }, which others share: it is not changed there, but overridden in ${
            build.folder
          }`,
        ]
      : [],
  };
}

function setOwn(
  found: Traced,
  path: readonly string[],
  value: JsonValue | undefined,
): OverlayFiles | undefined {
  return value === undefined
    ? found.spot.setBeside?.({ [path.at(-1)!]: undefined })
    : found.spot.set(value);
}

/** Whether all of it stands in the overlay. */
function isOwn(traced: Traced): boolean {
  if (!traced.spot.own) {
    return false;
  }
  const parts =
    traced.is === 'scalar'
      ? []
      : [...(traced.is === 'map' ? traced.entries.values() : traced.items)];
  return parts.every(
    part => isOwn(part) && part.spot.place.path === traced.spot.place.path,
  );
}
