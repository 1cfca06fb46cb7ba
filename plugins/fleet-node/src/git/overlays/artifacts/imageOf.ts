import { formatImage, parseImage } from '../build/ImageReference';
import { textOf } from '../build/Traced';
import { isImagePath } from '../build/transformImages';
import type { Finding, Leaf } from './Leaf';
import type { Version } from './Settled';

/** The image of a container. */
export function imageOf({ scalar, path, object }: Leaf): Finding {
  const text = textOf(scalar);
  if (!text || !object || !isImagePath(path)) {
    return undefined;
  }
  const { name, tag, digest } = parseImage(text);
  const format = ({ version, digest: wanted }: Version) =>
    formatImage({ name, tag: version, digest: wanted });
  return {
    kind: 'image',
    name,
    version: tag,
    digest,
    spot: scalar.spot,
    settle: to => scalar.spot.set(format(to)),
    patch: { object, at: path, valueOf: format },
  };
}
