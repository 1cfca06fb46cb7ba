import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '@backstage/types';
import { adoptAt } from './change/adoptAt';
import { checkUnchanged } from './change/checkUnchanged';
import { findObject } from './change/findObject';
import { readBuild } from './change/readBuild';
import { stepsOfPath } from './change/stepsOfPath';
import { titleOf } from './build/BuiltObject';
import { plainOf, tracedAt } from './build/Traced';
import type { OverlayChange, OverlayFiles } from './Overlay';
import { OverlayError } from './OverlayError';

/** A value that an object has on a cluster. @public */
export interface LiveValue {
  kind: string;
  /** Of the object, as it is there. */
  name: string;
  /** Absent: any. */
  namespace?: string;
  /** In JSONPath, as drift tells it: `.spec.template.spec.containers[?(@.name=="app")].image`. */
  path: string;
  /** Absent: it is not there, and is to go. */
  value?: JsonValue;
}

/**
 * Makes an overlay give an object the value that it has on a cluster, by the smallest edit: where the overlay itself sets it, there;
 * else in a patch of the overlay. It builds the overlay again afterwards, and gives back only what does that and nothing else.
 *
 * @throws OverlayError, with what to do, when it makes no such object, or the value cannot be set alone; YamlError, with line and column,
 * when its place cannot be edited. Nothing is changed then.
 * @public
 */
export function adoptValue(
  files: OverlayFiles,
  folder: string,
  live: LiveValue,
): OverlayChange {
  if (live.kind === 'Secret') {
    throw new OverlayError(
      'what a Secret holds is not written into Git: change it where it comes from',
    );
  }
  const overlay = readBuild(files, folder);
  const object = findObject(overlay.build, live);
  const path = stepsOfPath(object, live.path);
  const change = adoptAt(overlay, object, { path, value: live.value });
  const after = { ...files, ...change.files };
  const later = findObject(readBuild(after, folder).build, live);
  const found = tracedAt(later.root, ...stepsOfPath(later, live.path));
  if (!isDeepStrictEqual(found && plainOf(found), live.value)) {
    throw new OverlayError(
      `${live.path} of ${titleOf(
        object,
      )} cannot be set here alone: something else overrides it, or is set with it`,
    );
  }
  checkUnchanged(files, after, folder, use => use.startsWith(titleOf(object)));
  return change;
}
