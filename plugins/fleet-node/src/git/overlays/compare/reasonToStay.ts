import { isPinned } from '../artifacts/isVersion';
import { isWithin } from '../build/resolvePath';
import type { OverlayArtifact } from '../Overlay';
import { lastSegment } from './lastSegment';
import type { ArtifactPair } from './matchArtifacts';
import { namesStage } from './stageWords';

/** Why what differs does not move, in words. Undefined: it does. */
export function reasonToStay(
  { target, source, others }: ArtifactPair,
  { words, folder }: { words: readonly string[]; folder: string },
): string | undefined {
  if (!source) {
    return `${titleOf(target!)} is in the target alone, and stays`;
  }
  if (!target) {
    return reasonOfNew(source, { words, folder });
  }
  if (others.length > 0) {
    return reasonOfSeveral(target, [source, ...others]);
  }
  if (lastSegment(target.name) !== lastSegment(source.name)) {
    return `${titleOf(target)} is ${
      source.name
    } in the source, which is something else: change it by hand`;
  }
  if (/\$[({]/.test(target.version ?? '')) {
    return `${titleOf(target)} is at ${
      target.version
    } in the target, a variable: it moves where that is set`;
  }
  if (!source.digest && !isPinned(source.version ?? '')) {
    return `${titleOf(source)} is at ${versionOf(
      source,
    )} in the source, which is no one version: it stays`;
  }
  const isPolicy =
    target.kind !== 'image' &&
    target.version !== undefined &&
    !isPinned(target.version);
  if (isPolicy) {
    return `${titleOf(target)} follows ${
      target.version
    } in the target: a rule of the stage, which stays`;
  }
  return source.version && namesStage(source.version, words)
    ? `${titleOf(source)} is at ${
        source.version
      } in the source, which names a stage: it stays`
    : undefined;
}

function reasonOfSeveral(
  target: OverlayArtifact,
  sources: readonly OverlayArtifact[],
): string {
  const names = new Set(sources.map(({ name }) => lastSegment(name)));
  return names.size > 1
    ? `${titleOf(target)} is several things in the source (${[...names].join(
        ', ',
      )}): move it by hand`
    : `${titleOf(target)} is at several versions in the source (${sources
        .map(versionOf)
        .join(', ')}): move it by hand`;
}

function reasonOfNew(
  source: OverlayArtifact,
  { words, folder }: { words: readonly string[]; folder: string },
): string | undefined {
  if (source.kind === 'component') {
    if (!source.own) {
      return `${titleOf(
        source,
      )} is switched on by what the source shares with others: it stays`;
    }
    return isWithin(folder, source.name) || namesStage(source.name, words)
      ? `${titleOf(source)} is of the source alone, and stays`
      : undefined;
  }
  const isUnseen = source.uses[0]?.startsWith('image ');
  return isUnseen &&
    source.own &&
    (source.digest || isPinned(source.version ?? ''))
    ? undefined
    : `${titleOf(source)} is in the source alone, and stays`;
}

function titleOf({ kind, name }: OverlayArtifact): string {
  return `${kind} ${name}`;
}

function versionOf({ version, digest }: OverlayArtifact): string {
  return version ?? digest ?? 'no version';
}
