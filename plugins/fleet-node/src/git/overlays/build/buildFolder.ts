import type { ArtifactOrigin } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Build } from './Build';
import type { BuiltObject } from './BuiltObject';
import { generateObjects } from './generateObjects';
import { kustomizationFiles } from './kustomizationFile';
import { manifestsIn, objectsIn } from './manifestsIn';
import { isRemote, isWithin, resolvePath } from './resolvePath';
import { itemsOf, textOf, tracedAt, type TracedScalar } from './Traced';
import { transformObjects } from './transformObjects';

/** What a folder is built for. */
interface Visit {
  /** The folders that led here. */
  above: readonly string[];
  /** Of what its files say. */
  origin: ArtifactOrigin;
  /** Of a component: what there is already, which it changes. */
  given?: BuiltObject[];
}

/** The objects that a folder makes: as kustomize builds them, or as they lie there where it has no kustomization. */
export function buildFolder(
  build: Build,
  folder: string,
  { above, origin, given = [] }: Visit = { above: [], origin: 'source' },
): BuiltObject[] {
  const path = kustomizationFiles(folder).find(name => name in build.files);
  if (path === undefined) {
    return [...given, ...manifestsIn(build, folder, origin)];
  }
  const [kustomization] = build.read(path, origin);
  if (kustomization?.is !== 'map') {
    return given;
  }
  const from = { folder, above: [...above, folder] };
  const listed = (key: string) =>
    itemsOf(tracedAt(kustomization, key)).filter(
      (item): item is TracedScalar => textOf(item) !== undefined,
    );
  const resources = [...listed('resources'), ...listed('bases')].flatMap(item =>
    buildNamed(build, item, { ...from, origin: 'base', given: [] }),
  );
  const generated = generateObjects(build, { folder, kustomization }, [
    ...given,
    ...resources,
  ]);
  const objects = listed('components').reduce((all, item) => {
    const component = resolvePath(folder, textOf(item)!);
    if (component !== undefined) {
      build.components.push({ name: component, spot: item.spot });
    }
    return buildNamed(build, item, {
      ...from,
      origin: 'component',
      given: all,
    });
  }, generated);
  const at = { folder, kustomization, path };
  build.kustomizations.set(folder, at);
  return transformObjects(build, at, objects);
}

/** What a kustomization names: a file, a folder, or something far away. */
function buildNamed(
  build: Build,
  item: TracedScalar,
  visit: Required<Visit> & { folder: string },
): BuiltObject[] {
  const { above, given, folder } = visit;
  const name = textOf(item)!;
  const { place } = item.spot;
  if (isRemote(name)) {
    build.remotes.push(item);
    build.miss(
      `${name} is fetched from elsewhere: what it settles is not seen`,
      place,
    );
    return given;
  }
  const path = resolvePath(folder, name);
  if (path === undefined) {
    build.miss(`${name} leads out of the repository`, place);
    return given;
  }
  const origin = isWithin(build.folder, path) ? 'source' : visit.origin;
  if (path in build.files) {
    return [...given, ...objectsIn(build, path, origin)];
  }
  if (above.some(visited => isWithin(path, visited))) {
    build.miss(
      `${name} leads back to ${
        path || 'the root'
      }, which this folder is in: kustomize takes that for a cycle`,
      place,
      true,
    );
    return given;
  }
  if (!Object.keys(build.files).some(file => isWithin(path, file))) {
    build.miss(`${name} is not there`, place);
    return given;
  }
  return buildFolder(build, path, { above, origin, given });
}
