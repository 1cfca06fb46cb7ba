import { formatImage, parseImage } from '../build/ImageReference';
import { textOf, tracedAt } from '../build/Traced';
import { helmValueOf } from './helmValues';
import { mapAbove, type Finding, type Leaf } from './Leaf';

/** Where the sources of an Argo CD Application, or of the template of an ApplicationSet, are. */
const sources = /^spec\.(?:template\.spec\.)?(?:source|sources\.\d+)\.(.*)$/;

/** Whether it is an Argo CD Application, or makes some. */
function isArgoApplication({ object }: Pick<Leaf, 'object'>): boolean {
  return (
    object?.group === 'argoproj.io' &&
    ['Application', 'ApplicationSet'].includes(object.kind)
  );
}

/** What below the source of an Application a leaf is: `helm.values`. */
export function argoFieldOf(
  leaf: Pick<Leaf, 'object' | 'path'>,
): string | undefined {
  return isArgoApplication(leaf)
    ? sources.exec(leaf.path.join('.'))?.[1]
    : undefined;
}

/** The version that an Argo CD Application installs, and what it overrides of a chart or a kustomization. */
export function argoSourceOf(leaf: Leaf): Finding {
  const { scalar, path, object } = leaf;
  const text = textOf(scalar);
  const field = argoFieldOf(leaf);
  if (!field || !text || !object) {
    return undefined;
  }
  if (field === 'targetRevision') {
    const chart = textOf(tracedAt(mapAbove(leaf), 'chart'));
    return {
      kind: chart ? 'chart' : 'git-ref',
      name: chart ?? object.names[0],
      version: text,
      spot: scalar.spot,
      settle: ({ version = '' }) => scalar.spot.set(version),
      patch: { object, at: path, valueOf: ({ version = '' }) => version },
    };
  }
  if (/^helm\.parameters\.\d+\.value$/.test(field)) {
    const name = textOf(tracedAt(mapAbove(leaf), 'name')) ?? '';
    const steps = name.split('.');
    return helmValueOf({
      scalar,
      path: steps,
      parent: {
        is: 'map',
        spot: scalar.spot,
        entries: new Map([[steps.at(-1)!, scalar]]),
      },
      release: object.names[0],
    });
  }
  if (/^kustomize\.images\.\d+$/.test(field)) {
    const [original, replaced] = text.split('=');
    const image = parseImage(replaced ?? original);
    const prefix = replaced === undefined ? '' : `${original}=`;
    return {
      kind: 'image',
      name: image.name,
      version: image.tag,
      digest: image.digest,
      spot: scalar.spot,
      settle: ({ version, digest }) =>
        scalar.spot.set(
          prefix + formatImage({ name: image.name, tag: version, digest }),
        ),
    };
  }
  return undefined;
}
