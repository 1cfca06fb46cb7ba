import type { RunningStage } from '../../store/promotion/readStageClusters';
import type { BranchHead } from '../BranchHead';
import type { KnownOverlay } from '../PipelineBasis';
import { agrees, isSameImage } from './agreement';

/**
 * Whether a cluster has applied what an overlay says. Where that is images, what runs tells it. Of all else, as of charts, and of images
 * that nothing runs, the commit that is applied does.
 */
export function hasApplied(
  { running, revision }: Pick<RunningStage, 'running' | 'revision'>,
  known: KnownOverlay | undefined,
  branch: BranchHead | undefined,
): boolean {
  if (agrees(known?.overlay, running) === false) {
    return false;
  }
  const artifacts = known?.overlay?.artifacts ?? [];
  const isTold =
    artifacts.length > 0 &&
    artifacts.every(
      ({ kind, name }) =>
        kind === 'image' &&
        running.some(image => isSameImage(image.name, name)),
    );
  return isTold || says(revision, known, branch);
}

/**
 * Whether a commit says what an overlay says now: it changed the overlay last, or the branch was seen to stand for it since it says so. A
 * commit that nobody saw may be of before, however late it is applied.
 */
export function says(
  revision: string | undefined,
  known: Pick<KnownOverlay, 'revision' | 'contentSince'> | undefined,
  branch: BranchHead | undefined,
): boolean {
  const commit = /[0-9a-f]+$/.exec(revision ?? '')?.[0];
  if (commit === undefined || !known) {
    return false;
  }
  const seenAt = branch?.seenAt.get(commit);
  return (
    [branch?.head, known.revision].includes(commit) ||
    (seenAt !== undefined && seenAt >= (known.contentSince ?? ''))
  );
}
