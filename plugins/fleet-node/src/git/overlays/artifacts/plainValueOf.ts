import { formatImage, parseImage } from '../build/ImageReference';
import { textOf, tracedAt } from '../build/Traced';
import { isVersionKey, readsAsVersion } from './isVersion';
import { mapAbove, type Finding, type Leaf } from './Leaf';

/** A version, or a whole image, that a ConfigMap, a variable of a container or a substitution of Flux holds. */
export function plainValueOf(leaf: Leaf): Finding {
  const { scalar, path, object } = leaf;
  const text = textOf(scalar);
  const key = keyOf(leaf);
  if (!object || !text || !key) {
    return undefined;
  }
  const patch = { object, at: path };
  if (
    /(^|[^a-z])image$|[a-z]Image$/i.test(key) &&
    /^[\w./-]+[:@][\w.:-]+/.test(text)
  ) {
    const image = parseImage(text);
    return {
      kind: 'image',
      name: image.name,
      version: image.tag,
      digest: image.digest,
      spot: scalar.spot,
      settle: ({ version, digest }) =>
        scalar.spot.set(
          formatImage({ name: image.name, tag: version, digest }),
        ),
    };
  }
  return isVersionKey(key) && readsAsVersion(text)
    ? {
        kind: 'value',
        name: key,
        version: text,
        spot: scalar.spot,
        settle: ({ version = '' }) => scalar.spot.set(version),
        patch: { ...patch, valueOf: ({ version = '' }) => version },
      }
    : undefined;
}

function keyOf(leaf: Leaf): string | undefined {
  const { path, object } = leaf;
  const at = path.join('.');
  if (object?.kind === 'ConfigMap' && /^data\.[^.]+$/.test(at)) {
    return path.at(-1);
  }
  if (/(^|\.)env\.\d+\.value$/.test(at)) {
    return textOf(tracedAt(mapAbove(leaf), 'name'));
  }
  return object?.kind === 'Kustomization' &&
    at.startsWith('spec.postBuild.substitute.')
    ? path.at(-1)
    : undefined;
}
