import type { Build, KustomizationAt } from './Build';
import type { BuiltObject } from './BuiltObject';
import { patchObjects } from './patchObjects';
import { replaceValues } from './replaceValues';
import { resolvePath } from './resolvePath';
import {
  itemsOf,
  textOf,
  tracedAt,
  withEntry,
  type Traced,
  type TracedMap,
} from './Traced';
import { transformImages } from './transformImages';

/** What a kustomization makes of objects, in the order in which kustomize goes. */
export function transformObjects(
  build: Build,
  at: KustomizationAt,
  objects: readonly BuiltObject[],
): BuiltObject[] {
  const { kustomization } = at;
  const listed = (key: string) => itemsOf(tracedAt(kustomization, key));
  noteWhatIsNotRead(build, at);
  const patched = patchObjects(build, at, objects, [
    ...listed('patchesStrategicMerge'),
    ...listed('patches'),
  ]);
  const named = patched.map(object => rename(object, kustomization));
  const images = listed('images').filter(
    (entry): entry is TracedMap => entry.is === 'map',
  );
  const tagged = patchObjects(build, at, named, listed('patchesJson6902'))
    .map(object => scale(object, listed('replicas')))
    .map(object => transformImages(object, images));
  return listed('replacements')
    .flatMap(entry => replacementsOf(build, at, entry))
    .reduce(
      (all, entry) =>
        build.attempt(entry.spot.place, () => replaceValues(all, entry), all),
      tagged,
    );
}

/** The names by which later patches find an object. What is written stays what it is called here. */
function rename(object: BuiltObject, kustomization: TracedMap): BuiltObject {
  const field = (name: string) => textOf(tracedAt(kustomization, name)) ?? '';
  const namespace = field('namespace');
  const last = object.names.at(-1)!;
  const name = `${field('namePrefix')}${last}${field('nameSuffix')}`;
  return {
    ...object,
    names: name === last ? object.names : [...object.names, name],
    namespaces: namespace
      ? [...object.namespaces, namespace]
      : object.namespaces,
  };
}

function scale(object: BuiltObject, entries: readonly Traced[]): BuiltObject {
  const entry = entries.find(
    item =>
      object.names.includes(textOf(tracedAt(item, 'name')) ?? '') &&
      tracedAt(object.root, 'spec', 'replicas'),
  );
  const spec = tracedAt(object.root, 'spec');
  return entry && spec?.is === 'map'
    ? {
        ...object,
        root: withEntry(
          object.root,
          'spec',
          withEntry(spec, 'replicas', tracedAt(entry, 'count')),
        ),
      }
    : object;
}

/** A replacement, or those of the file that it names. */
function replacementsOf(
  build: Build,
  { folder }: KustomizationAt,
  entry: Traced,
): readonly Traced[] {
  const path = textOf(tracedAt(entry, 'path'));
  if (path === undefined) {
    return [entry];
  }
  const file = resolvePath(folder, path);
  if (file === undefined || !(file in build.files)) {
    build.miss(`${path} is not there`, entry.spot.place);
    return [];
  }
  return build
    .read(file)
    .flatMap(root => (root.is === 'list' ? root.items : [root]));
}

/** Those that change nothing that moves. */
const harmless = /^(Label|Annotations|Namespace|Prefix|Suffix)Transformer$/;

function noteWhatIsNotRead(
  build: Build,
  { folder, kustomization }: KustomizationAt,
): void {
  for (const key of ['generators', 'helmChartInflationGenerator', 'openapi']) {
    const found = tracedAt(kustomization, key);
    if (found) {
      build.miss(
        `${key} are not read: what they change is not seen`,
        found.spot.place,
      );
    }
  }
  for (const item of itemsOf(tracedAt(kustomization, 'transformers'))) {
    const file = resolvePath(folder, textOf(item) ?? '');
    const isHarmless =
      file !== undefined &&
      file in build.files &&
      build
        .read(file)
        .every(root => harmless.test(textOf(tracedAt(root, 'kind')) ?? ''));
    if (!isHarmless) {
      build.miss(
        'a transformer of its own is not read: what it changes is not seen',
        item.spot.place,
      );
    }
  }
  for (const item of itemsOf(tracedAt(kustomization, 'images'))) {
    const tag = tracedAt(item, 'newTag');
    if (tag?.is === 'scalar' && tag.source) {
      build.miss(
        `newTag ${tag.source} is a number to YAML, at which kustomize stops: put it in quotes`,
        tag.spot.place,
      );
    }
    const suffix = tracedAt(item, 'tagSuffix');
    if (suffix) {
      build.miss('tagSuffix is not read', suffix.spot.place);
    }
  }
}
