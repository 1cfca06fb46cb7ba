import type { BuiltObject } from './BuiltObject';
import { formatImage, parseImage, type ImageReference } from './ImageReference';
import type { Spot } from './Spot';
import {
  mapScalars,
  textOf,
  tracedAt,
  type TracedMap,
  type TracedScalar,
} from './Traced';

const lists = ['containers', 'initContainers'];

/** Whether an image of a container, or of a volume, stands there. */
export function isImagePath(path: readonly string[]): boolean {
  const [list, , field, last] = path.slice(-4);
  return (
    (path.at(-1) === 'image' && lists.includes(path.at(-3)!)) ||
    (list === 'volumes' && field === 'image' && last === 'reference')
  );
}

/** What the entries of `images:` make of an object, one after the other. */
export function transformImages(
  object: BuiltObject,
  entries: readonly TracedMap[],
): BuiltObject {
  if (object.kind === 'CustomResourceDefinition') {
    return object;
  }
  const root = entries.reduce(
    (tree, entry) =>
      mapScalars(tree, (scalar, path) =>
        isImagePath(path) && typeof scalar.value === 'string'
          ? transform(scalar, entry)
          : scalar,
      ) as TracedMap,
    object.root,
  );
  return { ...object, root };
}

function transform(scalar: TracedScalar, entry: TracedMap): TracedScalar {
  const image = parseImage(String(scalar.value));
  const field = (name: string) => textOf(tracedAt(entry, name)) || undefined;
  if (image.name !== field('name') || isVariable(image)) {
    return scalar;
  }
  const [tag, digest] = [field('newTag'), field('digest')];
  return {
    is: 'scalar',
    value: formatImage({
      ...(tag || digest ? { tag, digest } : image),
      name: field('newName') ?? image.name,
    }),
    spot: spotOf(entry),
  };
}

/** kustomize takes no image for what it does not know the characters of, such as `${tag}`. */
function isVariable({ tag = '', digest = '' }: ImageReference): boolean {
  return !/^[\w.{}-]*$/.test(tag) || !/^[\w.{}:-]*$/.test(digest);
}

/** Where an entry of `images:` says which version. */
function spotOf(entry: TracedMap): Spot {
  const said = tracedAt(entry, 'newTag') ?? tracedAt(entry, 'digest');
  const name = tracedAt(entry, 'name')!;
  return {
    ...(said ?? name).spot,
    origin: 'images',
    set: value => {
      const { tag, digest } = parseImage(String(value));
      return name.spot.setBeside!({ newTag: tag, digest });
    },
  };
}
