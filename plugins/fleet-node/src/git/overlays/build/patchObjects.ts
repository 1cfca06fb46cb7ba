import type { Build, KustomizationAt } from './Build';
import { objectOf, titleOf, type BuiltObject } from './BuiltObject';
import { applyJsonPatch } from './applyJsonPatch';
import { mergePatch } from './mergePatch';
import { resolvePath } from './resolvePath';
import { selectObjects } from './selectObjects';
import { withoutIdentity } from './withoutIdentity';
import { textOf, tracedAt, type Traced, type TracedScalar } from './Traced';

/** What patches make of objects: strategic-merge patches and JSON patches, inline and from files. */
export function patchObjects(
  build: Build,
  at: KustomizationAt,
  objects: readonly BuiltObject[],
  entries: readonly Traced[],
): BuiltObject[] {
  return entries.reduce<BuiltObject[]>(
    (all, entry) =>
      patchesOf(build, at, entry).reduce(
        (changed, patch) =>
          build.attempt(
            patch.spot.place,
            () => patchAll(build, changed, patch, tracedAt(entry, 'target')),
            changed,
          ),
        all,
      ),
    [...objects],
  );
}

/** An entry names a file, holds the patch, or is, in the older form, either of these itself. */
function patchesOf(
  build: Build,
  { folder }: KustomizationAt,
  entry: Traced,
): Traced[] {
  const named = entry.is === 'scalar' ? entry : tracedAt(entry, 'path');
  const path = textOf(named);
  const file = path === undefined ? undefined : resolvePath(folder, path);
  if (file !== undefined && file in build.files) {
    return build.read(file, 'patch');
  }
  const inline = entry.is === 'scalar' ? entry : tracedAt(entry, 'patch');
  if (textOf(inline)?.includes('\n') || textOf(inline)?.includes(':')) {
    const holder = inline as TracedScalar;
    return build.readWithin({
      ...holder,
      spot: { ...holder.spot, origin: 'patch' },
    });
  }
  build.miss(
    path === undefined ? 'a patch says nothing' : `${path} is not there`,
    entry.spot.place,
  );
  return [];
}

function patchAll(
  build: Build,
  objects: BuiltObject[],
  patch: Traced,
  target: Traced | undefined,
): BuiltObject[] {
  const chosen = target
    ? selectObjects(objects, target)
    : objectsLike(objects, patch);
  if (chosen.length === 0 && !target) {
    build.miss('patches nothing that is there', patch.spot.place);
  }
  if (chosen.length === 1 && patch.is === 'map' && patch.spot.own) {
    build.ownPatches.push({ object: titleOf(chosen[0]), patch });
  }
  return objects.flatMap(object => {
    if (!chosen.includes(object)) {
      return [object];
    }
    const root =
      patch.is === 'map'
        ? mergePatch(object.root, withoutIdentity(patch), object.group)
        : applyJsonPatch(object.root, patch);
    return root ? [{ ...object, root }] : [];
  });
}

function objectsLike(
  objects: readonly BuiltObject[],
  patch: Traced,
): BuiltObject[] {
  const like = patch.is === 'map' ? objectOf(patch) : undefined;
  if (!like) {
    return [];
  }
  const named = objects.filter(
    ({ kind, group, names }) =>
      kind === like.kind &&
      group === like.group &&
      names.includes(like.names[0]),
  );
  const inNamespace = named.filter(({ namespaces }) =>
    namespaces.includes(like.namespaces[0]),
  );
  return inNamespace.length > 0 ? inNamespace : named;
}
