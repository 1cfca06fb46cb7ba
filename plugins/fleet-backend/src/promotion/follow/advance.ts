import type { Overlay } from '@fleetcommander/backstage-plugin-fleet-node';
import { contentOf } from '../contentOf';
import { versionOf } from '../pipeline/versionOf';
import { withoutRegions } from '../pipeline/withoutRegions';
import { promotionId } from '../pipelineId';
import { advanceWave, wavesToShow } from './advanceWave';
import type { KeptPromotion } from './KeptPromotion';
import type { PromotionFacts } from './PromotionFacts';
import type { PromotionGroup } from './PromotionGroup';
import { stateOf } from './stateOf';
import { stopWave } from './stopWave';

/** How a promotion is by now. */
export function advance(
  group: PromotionGroup,
  before: KeptPromotion | undefined,
  facts: PromotionFacts,
): KeptPromotion {
  const { first } = group;
  const { basis, stage, now } = facts;
  const waves = wavesToShow(group, facts).map((wave, index, { length }) =>
    advanceWave(
      wave,
      { index, last: length - 1 },
      group,
      before?.waves[index],
      facts,
    ),
  );
  const merged = group.requests.filter(
    ({ facts: { state } }) => state === 'merged',
  );
  const last = group.requests.at(-1)!;
  // What was judged was the pull request of the wave before.
  const isUnjudged =
    last.facts.state === 'open' &&
    before?.waves.some(({ number }) => number === last.number) === false;
  const judged = isUnjudged ? undefined : before;
  const state = stateOf(group, waves, judged, facts);
  const isStopped = state.endedAt !== undefined && state.state !== 'done';
  const kept: KeptPromotion = {
    id: promotionId(first.repository, first.number),
    pipelineId: basis.id,
    repository: first.repository,
    application: basis.application,
    action: first.action,
    from: first.from,
    to: stage.name,
    environment: stage.environment,
    version: versionOf(
      basis.application,
      changed(first.overlays, first.before),
    ),
    fromVersion: versionOf(
      basis.application,
      changed(first.before, first.overlays),
    ),
    moves: waves.length > 1 ? withoutRegions(first.moves) : first.moves,
    // As it was told first: who may write to the repository edits the body.
    requester: before?.requester ?? first.requester,
    gates: judged?.gates ?? [],
    enforcement: judged?.enforcement ?? 'unknown',
    branchLacks: judged?.branchLacks,
    judged: judged?.judged,
    waves: isStopped
      ? waves.map((wave, index) =>
          stopWave(wave, before?.waves[index], state.endedAt!),
        )
      : waves,
    overlays: first.overlays,
    baseRevision: first.baseRevision,
    mergeRevision: merged.at(-1)?.mark.mergeRevision,
    rollbackId: facts.rollbackId,
    createdAt: first.facts.createdAt,
    mergedAt: merged[0]?.facts.endedAt,
    ...state,
    progressAt: '',
  };
  const isSame =
    before !== undefined && progressOf(before) === progressOf(kept);
  const seen = [
    kept.createdAt,
    last.mark.updatedAt,
    ...group.requests.flatMap(request => request.facts.endedAt ?? []),
  ].sort();
  const isNew = before ? now.toISOString() : seen.at(-1)!;
  kept.progressAt = isSame ? before.progressAt : isNew;
  return { ...kept, stuck: stuckOf(kept, facts) };
}

function progressOf({ state, waves, gates }: KeptPromotion): string {
  return JSON.stringify([
    state,
    waves.map(wave => [wave.state, wave.number, wave.summary]),
    gates.map(({ gate, state: of }) => [gate, of]),
  ]);
}

function stuckOf(
  { endedAt, progressAt, summary }: KeptPromotion,
  { now, stuckAfterMs }: PromotionFacts,
): string | undefined {
  return endedAt === undefined &&
    now.getTime() - Date.parse(progressAt) > stuckAfterMs
    ? `nothing has moved since ${progressAt}: ${summary}`
    : undefined;
}

/** Of overlays by region, those that say something else than others do. */
function changed(
  overlays: Record<string, Overlay>,
  others: Record<string, Overlay>,
): Overlay[] {
  return Object.entries(overlays).flatMap(([region, overlay]) =>
    contentOf(overlay) === contentOf(others[region]) ? [] : [overlay],
  );
}
