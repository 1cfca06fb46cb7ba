import type { RunningStage } from '../../store/promotion/readStageClusters';
import type { KnownOverlay } from '../PipelineBasis';
import { agrees } from './agreement';

/** For how long after Git says something a cluster may still apply what it fetched before. */
export const fetchedBeforeMs = 5 * 60_000;

/**
 * Whether a cluster has applied what an overlay says. Where that is images, what runs tells it. Of all else, as of charts, the commit that
 * is applied does: one that changed the overlay last, none after it, or one that came well after Git had said so.
 */
export function hasApplied(
  {
    running,
    revision,
    appliedAt,
  }: Pick<RunningStage, 'running' | 'revision' | 'appliedAt'>,
  known: KnownOverlay | undefined,
  head: string | undefined,
): boolean {
  const agreement = agrees(known?.overlay, running);
  const artifacts = known?.overlay?.artifacts ?? [];
  if (agreement === false) {
    return false;
  }
  if (agreement && artifacts.every(({ kind }) => kind === 'image')) {
    return true;
  }
  return (
    [head, known?.revision].some(
      hash => hash !== undefined && revision?.endsWith(hash) === true,
    ) ||
    Date.parse(appliedAt ?? '') >=
      Date.parse(known?.contentSince ?? '') + fetchedBeforeMs
  );
}
