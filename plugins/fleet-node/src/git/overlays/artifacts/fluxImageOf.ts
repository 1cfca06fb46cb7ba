import { textOf, tracedAt } from '../build/Traced';
import { mapAbove, type Finding, type Leaf } from './Leaf';

/** An entry of the `images` of a Flux Kustomization. */
export function fluxImageOf(leaf: Leaf): Finding {
  const { scalar, path, object } = leaf;
  const isEntry =
    object?.kind === 'Kustomization' &&
    /^spec\.images\.\d+\.(newTag|digest)$/.test(path.join('.'));
  const entry = mapAbove(leaf);
  if (!isEntry || !entry) {
    return undefined;
  }
  const field = (name: string) => textOf(tracedAt(entry, name)) || undefined;
  return path.at(-1) === 'digest' && field('newTag')
    ? 'part'
    : {
        kind: 'image',
        name: field('newName') ?? field('name') ?? '',
        version: field('newTag'),
        digest: field('digest'),
        spot: { ...scalar.spot, origin: 'images' },
        settle: ({ version, digest }) =>
          scalar.spot.setBeside!({ newTag: version, digest }),
      };
}
