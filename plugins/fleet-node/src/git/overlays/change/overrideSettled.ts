import type { Settled, Version } from '../artifacts/Settled';
import type { SettledOverlay } from '../artifacts/settledIn';
import type { OverlayChange } from '../Overlay';
import { OverlayError } from '../OverlayError';
import { addImage } from './editKustomization';
import { patchObject } from './patchObject';

/** Has an overlay say otherwise what a place says that others share. */
export function overrideSettled(
  { build, settled }: SettledOverlay,
  one: Settled,
  { to, uses }: { to: Version; uses: readonly string[] },
): OverlayChange {
  const { kind, name, patch, spot } = one;
  const { path, line } = spot.place;
  if (!patch || spot.isFinal) {
    throw new OverlayError(
      `${path}, line ${line}: ${kind} ${name} is settled where others share it, and cannot be overridden in ${build.folder}: change it by hand`,
    );
  }
  // An entry of images: is for every container that has the image.
  const isForAll = settled.every(
    other =>
      other.name !== name ||
      uses.includes(other.use) ||
      (other.version === to.version && other.digest === to.digest),
  );
  return {
    files:
      isContainer(one) && isForAll
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

function isContainer({ kind, use }: Settled): boolean {
  return kind === 'image' && use.includes(', container ');
}
