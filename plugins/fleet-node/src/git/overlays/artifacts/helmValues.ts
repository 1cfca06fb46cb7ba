import { formatImage, parseImage } from '../build/ImageReference';
import type { Spot } from '../build/Spot';
import {
  textOf,
  tracedAt,
  type TracedMap,
  type TracedScalar,
} from '../build/Traced';
import type { OverlayFiles } from '../Overlay';
import { OverlayError } from '../OverlayError';
import { isVersionKey, readsAsVersion } from './isVersion';
import type { Settled } from './Settled';

/** A value of a chart. */
export interface HelmValue {
  scalar: TracedScalar;
  /** From the root of the values. */
  path: readonly string[];
  parent: TracedMap;
  /** Of what is installed. */
  release: string;
}

/** What a value of a chart settles: a version, by the names that charts have for it. Undefined: nothing that moves. */
export function helmValueOf({
  scalar,
  path,
  parent,
  release,
}: HelmValue): Omit<Settled, 'use' | 'patch'> | undefined {
  const key = path.at(-1)!;
  const text = textOf(scalar);
  if (!text) {
    return undefined;
  }
  const field = (name: string) => textOf(tracedAt(parent, name)) || undefined;
  const spot = { ...scalar.spot, origin: originOf(scalar) };
  const isDigestAlone = key === 'digest' && !field('tag');
  if (key === 'tag' || isDigestAlone) {
    return {
      kind: 'image',
      name: imageName(path, release, field),
      version: field('tag') && versionOf(tracedAt(parent, 'tag')),
      digest: field('digest'),
      spot,
      settle: ({ version: tag, digest }) =>
        key === 'tag' && tag && !digest && !field('digest')
          ? scalar.spot.set(tag)
          : besides(scalar.spot, { tag, digest }),
    };
  }
  if (/(^image|Image)$/.test(key) && /[:@]/.test(text)) {
    const image = parseImage(text);
    return {
      kind: 'image',
      name: image.name,
      version: image.tag,
      digest: image.digest,
      spot,
      settle: ({ version, digest }) =>
        spot.set(formatImage({ name: image.name, tag: version, digest })),
    };
  }
  return key !== 'digest' && isVersionKey(key) && readsAsVersion(text)
    ? {
        kind: 'value',
        name: `${release}: ${path.join('.')}`,
        version: versionOf(scalar),
        spot,
        settle: ({ version }) => spot.set(version ?? ''),
      }
    : undefined;
}

/** A number is to Helm what it is to YAML: 1.10 is 1.1. */
export function versionOf(
  traced: ReturnType<typeof tracedAt>,
): string | undefined {
  return traced?.is === 'scalar' && traced.value !== null
    ? String(traced.value)
    : undefined;
}

function besides(
  { setBeside, place }: Spot,
  values: Record<string, string | undefined>,
): OverlayFiles {
  if (!setBeside) {
    throw new OverlayError(
      `${place.path}, line ${place.line}: a digest has no place here`,
    );
  }
  return setBeside(values);
}

function imageName(
  path: readonly string[],
  release: string,
  field: (name: string) => string | undefined,
): string {
  const repository = field('repository') ?? field('name');
  if (repository) {
    return [field('registry'), repository].filter(Boolean).join('/');
  }
  const owner = path.slice(0, -1).filter(step => step !== 'image');
  return owner.length > 0 ? `${release} ${owner.join('.')}` : release;
}

function originOf({ spot }: TracedScalar) {
  return spot.origin === 'patch' || spot.origin === 'source'
    ? ('helm-values' as const)
    : spot.origin;
}
