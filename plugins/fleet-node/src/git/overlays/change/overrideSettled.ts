import type { Settled, Version } from '../artifacts/Settled';
import type { Build } from '../build/Build';
import type { OverlayChange } from '../Overlay';
import { OverlayError } from '../OverlayError';
import { addImage } from './editKustomization';
import { patchObject } from './patchObject';

/** Has an overlay say otherwise what a place says that others share. */
export function overrideSettled(
  build: Build,
  one: Settled,
  to: Version,
): OverlayChange {
  const { kind, name, patch, spot } = one;
  const { path, line } = spot.place;
  if (!patch || spot.origin === 'replacement') {
    throw new OverlayError(
      `${path}, line ${line}: ${kind} ${name} is settled where others share it, and cannot be overridden in ${build.folder}: change it by hand`,
    );
  }
  const isImage = kind === 'image' && one.use.includes(', container ');
  return {
    files: isImage
      ? addImage(build, { name, ...to })
      : patchObject(build, patch.object, {
          path: patch.at.map(String),
          value: patch.valueOf(to),
        }),
    remarks: [
      `${kind} ${name} is settled in ${path}, which others share: it is not changed there, but overridden in ${build.folder}`,
    ],
  };
}
