import { posix } from 'node:path';
import type { JsonObject, JsonValue } from '@backstage/types';
import { editYaml } from '../../yaml/editYaml';
import type { Build } from '../build/Build';
import { resolvePath } from '../build/resolvePath';
import { itemsOf, textOf, tracedAt } from '../build/Traced';
import type { OverlayFiles, OverlayPlace } from '../Overlay';
import { OverlayError } from '../OverlayError';

/** Says of an image, in the overlay's own kustomization, which version it has. */
export function addImage(
  build: Build,
  {
    name,
    newName,
    version,
    digest,
  }: { name: string; newName?: string; version?: string; digest?: string },
): OverlayFiles {
  return insert(build, 'images', {
    name,
    ...(newName && newName !== name && { newName }),
    ...(version !== undefined && { newTag: version }),
    ...(digest !== undefined && { digest }),
  });
}

/** Takes an entry of `images:` out. */
export function dropImage(
  build: Build,
  { path, at }: OverlayPlace,
): OverlayFiles {
  return {
    [path]: editYaml(build.files[path], [
      { op: 'delete', path: at.slice(0, 2) },
    ]).text,
  };
}

/** Switches a component on, by its folder. */
export function addComponent(build: Build, component: string): OverlayFiles {
  return positionOf(build, component) >= 0
    ? {}
    : insert(
        build,
        'components',
        posix.relative(build.folder || '.', component),
      );
}

/** Switches a component off. */
export function dropComponent(build: Build, component: string): OverlayFiles {
  const { path } = ownKustomization(build);
  const index = positionOf(build, component);
  return index < 0
    ? {}
    : {
        [path]: editYaml(build.files[path], [
          { op: 'delete', path: ['components', index] },
        ]).text,
      };
}

/** Has the overlay's own kustomization say something more, in one of its lists. */
export function insert(
  build: Build,
  list: string,
  value: JsonObject | JsonValue,
): OverlayFiles {
  const { path } = ownKustomization(build);
  return {
    [path]: editYaml(build.files[path], [{ op: 'insert', path: [list], value }])
      .text,
  };
}

function positionOf(build: Build, component: string): number {
  const { kustomization } = ownKustomization(build);
  return itemsOf(tracedAt(kustomization, 'components')).findIndex(
    item => resolvePath(build.folder, textOf(item) ?? '') === component,
  );
}

function ownKustomization(build: Build) {
  const own = build.kustomizations.get(build.folder);
  if (!own) {
    throw new OverlayError(
      `${build.folder} has no kustomization in which something could be overridden: change it by hand`,
    );
  }
  return own;
}
