import type { Overlay, OverlayArtifact } from '../Overlay';
import { lastSegment } from './lastSegment';

/** The same thing in both overlays, or in one of them. */
export interface ArtifactPair {
  target?: OverlayArtifact;
  source?: OverlayArtifact;
  /** More that the source has for it: of other versions, or something else altogether. */
  others: readonly OverlayArtifact[];
}

/** What of two overlays is the same thing: by what it is in; else by its name, where that is of nothing else that both have. */
export function matchArtifacts(
  target: Overlay,
  source: Overlay,
): ArtifactPair[] {
  const used = new Set(target.artifacts.flatMap(one => withUseOf(one, source)));
  const free = source.artifacts.filter(one => !used.has(one));
  const pairs = target.artifacts.map((one): ArtifactPair => {
    const byUse = withUseOf(one, source);
    const found =
      byUse.length > 0 || isRef(one)
        ? byUse
        : free.filter(
            ({ kind, name }) => kind === one.kind && name === one.name,
          );
    found.forEach(match => used.add(match));
    const [first, ...others] = found;
    return {
      target: one,
      source: first,
      others: others.filter(
        other =>
          other.version !== first.version ||
          other.digest !== first.digest ||
          lastSegment(other.name) !== lastSegment(first.name),
      ),
    };
  });
  return [
    ...pairs,
    ...source.artifacts
      .filter(one => !used.has(one))
      .map(one => ({ source: one, others: [] })),
  ];
}

function withUseOf(
  { kind, uses }: OverlayArtifact,
  { artifacts }: Overlay,
): OverlayArtifact[] {
  return artifacts.filter(
    other => other.kind === kind && other.uses.some(use => uses.includes(use)),
  );
}

/** By which field a source is chosen is a choice of the stage: a tag is not put where a commit stands. */
function isRef({ kind, uses }: OverlayArtifact): boolean {
  return (
    kind === 'component' ||
    ((kind === 'git-ref' || kind === 'oci-ref') && !uses[0].startsWith('base '))
  );
}
