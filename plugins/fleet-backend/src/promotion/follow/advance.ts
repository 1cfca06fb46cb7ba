import type { Overlay } from '@fleetcommander/backstage-plugin-fleet-node';
import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { RunningStage } from '../../store/promotion/readStageClusters';
import { areOpen } from '../areOpen';
import type { KnownOverlay, PipelineBasis } from '../PipelineBasis';
import { contentOf } from '../contentOf';
import { promotionId } from '../pipelineId';
import { versionOf } from '../pipeline/versionOf';
import { withoutRegions } from '../pipeline/withoutRegions';
import { wavesOf, type Wave } from '../pipeline/wavesOf';
import type { KeptPromotion, KeptWave } from './KeptPromotion';
import type { PromotionGroup, PromotionRequest } from './PromotionGroup';
import { hasMoves, reachOf, type Reach } from './reach';

/** What a promotion is told by. */
export interface PromotionFacts {
  basis: PipelineBasis;
  stage: StageConfig;
  /** Of the stage. */
  overlays: readonly KnownOverlay[];
  /** Of the stage, whoever sees it. */
  running: readonly RunningStage[];
  /** Of the branch, as it was read last. */
  head?: string;
  /** Entity ref of who asked for it, where that can be told. */
  requester?: string;
  /** A rollback of the stage that came after it. */
  rollbackId?: string;
  stuckAfterMs: number;
  now: Date;
}

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
    requester: before?.requester ?? facts.requester,
    gates: judged?.gates ?? [],
    enforcement: judged?.enforcement ?? 'unknown',
    judged: judged?.judged,
    waves,
    overlays: first.overlays,
    baseRevision: first.baseRevision,
    mergeRevision: merged.at(-1)?.mark.mergeRevision,
    rollbackId: facts.rollbackId,
    createdAt: first.facts.createdAt,
    mergedAt: merged[0]?.facts.endedAt,
    ...stateOf(group, waves, judged, facts),
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

/** Where Git can change waves apart, each is its own; else all change at once. */
function wavesToShow(
  { first }: PromotionGroup,
  { stage, overlays, running }: PromotionFacts,
): Wave[] {
  const waves = wavesOf(
    stage,
    overlays.map(({ id, region }) => ({
      region,
      clusters: running.filter(({ overlayId }) => overlayId === id),
    })),
  );
  if (first.wave !== undefined && waves.every(({ separate }) => separate)) {
    return waves;
  }
  return [
    {
      title: stage.title,
      regions: waves.flatMap(({ regions }) => regions),
      clusters: [...new Set(waves.flatMap(({ clusters }) => clusters))],
      separate: true,
      overlays: overlays.map(({ region }) => region),
    },
  ];
}

function advanceWave(
  wave: Wave,
  { index, last }: { index: number; last: number },
  group: PromotionGroup,
  before: KeptWave | undefined,
  facts: PromotionFacts,
): KeptWave {
  const request = group.requests.find(({ wave: of = 0 }) => of === index);
  const moves = request?.moves ?? withoutRegions(group.first.moves);
  const movesIn = (region: string | undefined) =>
    moves.filter(move => !move.region || move.region === region);
  const overlays = facts.overlays.filter(
    ({ region }) =>
      wave.overlays.includes(region) &&
      (moves.length === 0 || movesIn(region).length > 0),
  );
  const clusters = facts.running.filter(
    item =>
      wave.clusters.includes(item.cluster) &&
      overlays.some(({ id }) => id === item.overlayId),
  );
  const kept: KeptWave = {
    title: wave.title,
    clusters: [...new Set(clusters.map(({ cluster }) => cluster))],
    number: request?.number,
    state: 'waiting',
    summary: 'waits for the wave before it',
    startedAt: before?.startedAt,
  };
  if (request?.facts.state === 'open') {
    return { ...kept, state: 'open', summary: request.facts.summary };
  }
  if (request?.facts.state === 'closed') {
    return {
      ...kept,
      state: 'waiting',
      summary: `#${request.number} was closed without being merged`,
    };
  }
  const isThere =
    moves.length > 0 &&
    overlays.length > 0 &&
    overlays.every(({ overlay, region }) => hasMoves(overlay, movesIn(region)));
  if (!request && (!isThere || group.first.facts.state !== 'merged')) {
    return kept;
  }
  const startedAt =
    request?.facts.endedAt ?? before?.startedAt ?? facts.now.toISOString();
  const reached = clusters.map(item =>
    reachOf(
      item,
      {
        moves: movesIn(regionOf(item, overlays)),
        at: startedAt,
        revisions: [
          request?.mark.mergeRevision,
          isThere ? facts.head : undefined,
        ].flatMap(hash => hash ?? []),
        isThere,
      },
      facts.now,
    ),
  );
  // What is next waits for a cluster to show that this works; after the last one nothing waits.
  if (reached.length === 0 && index < last) {
    return {
      ...kept,
      startedAt,
      state: 'rolling-out',
      summary: 'Git has it; no cluster is delivered from there yet',
    };
  }
  return { ...kept, startedAt, ...reachOfWave(reached) };
}

function regionOf(
  { overlayId }: RunningStage,
  overlays: readonly KnownOverlay[],
): string | undefined {
  return overlays.find(({ id }) => id === overlayId)?.region;
}

function reachOfWave(
  reached: readonly Reach[],
): Pick<KeptWave, 'state' | 'summary' | 'endedAt'> {
  const failed = reached.filter(({ state }) => state === 'failed');
  const waiting = reached.filter(({ state }) => state === 'on-its-way');
  const words = (some: readonly Reach[]) =>
    some.map(({ summary }) => summary).join('; ');
  if (failed.length > 0) {
    return { state: 'failed', summary: words(failed) };
  }
  if (waiting.length > 0) {
    return {
      state: 'rolling-out',
      summary: `${reached.length - waiting.length} of ${
        reached.length
      } clusters run it; ${words(waiting)}`,
    };
  }
  return {
    state: 'done',
    summary:
      reached.length === 0
        ? 'Git has it; no cluster is delivered from there'
        : `runs well on ${
            reached.length === 1
              ? 'its cluster'
              : `all ${reached.length} clusters`
          }`,
    endedAt: reached
      .flatMap(({ at }) => at ?? [])
      .sort()
      .at(-1),
  };
}

type StateFacts = Pick<
  KeptPromotion,
  'state' | 'summary' | 'waitsFor' | 'endedAt'
>;

function stateOf(
  { first, requests }: PromotionGroup,
  waves: readonly KeptWave[],
  before: KeptPromotion | undefined,
  facts: PromotionFacts,
): StateFacts {
  const say = (
    state: StateFacts['state'],
    summary: string,
    more: Partial<StateFacts> = {},
  ): StateFacts => ({ state, summary, waitsFor: [], ...more });
  const nowText = facts.now.toISOString();
  if (first.facts.state === 'closed') {
    return say('closed', `#${first.number} was closed without being merged`, {
      endedAt: first.facts.endedAt,
    });
  }
  if (waves.every(({ state }) => state === 'done')) {
    return say('done', waves.at(-1)?.summary ?? 'Git has it', {
      endedAt:
        before?.state === 'done'
          ? before.endedAt
          : waves
              .flatMap(({ endedAt, startedAt }) => endedAt ?? startedAt ?? [])
              .sort()
              .at(-1) ?? nowText,
    });
  }
  if (isTakenElsewhere(requests, facts)) {
    return say(
      'superseded',
      'Git says something else of its stage by now, before this had come everywhere',
      { endedAt: before?.endedAt ?? nowText },
    );
  }
  const failed = waves.find(({ state }) => state === 'failed');
  if (failed) {
    return say('failed', failed.summary);
  }
  const closed = requests.find(({ facts: { state } }) => state === 'closed');
  if (closed) {
    return say(
      'closed',
      `stopped in between: #${closed.number} was closed without being merged`,
      { endedAt: closed.facts.endedAt },
    );
  }
  const current = waves.find(({ state }) => state !== 'done')!;
  const open = requests.find(request => request.facts.state === 'open');
  if (!open) {
    const index = waves.indexOf(current);
    const where =
      waves.length > 1
        ? `${current.title}, wave ${index + 1} of ${waves.length}: `
        : '';
    return say(
      'rolling-out',
      current.state === 'waiting'
        ? `${current.title} is next: its pull request is being opened`
        : `${where}${current.summary}`,
    );
  }
  return openState(open, before, facts, say);
}

function openState(
  open: PromotionRequest,
  before: KeptPromotion | undefined,
  { stage }: PromotionFacts,
  say: (
    state: StateFacts['state'],
    summary: string,
    more?: Partial<StateFacts>,
  ) => StateFacts,
): StateFacts {
  const closed = (before?.gates ?? []).filter(
    ({ state }) => state !== 'passed' && state !== 'skipped',
  );
  if (open.problem) {
    return say('waiting', open.problem, { waitsFor: [open.facts.author] });
  }
  if (open.mark.conflicts) {
    return say(
      'waiting',
      `it conflicts with ${open.mark.base}: open it again`,
      {
        waitsFor: [open.facts.author],
      },
    );
  }
  if (stage.gates.length > 0 && before?.judged === undefined) {
    return say('waiting', 'its gates have not been judged yet');
  }
  if (closed.length > 0) {
    return say(
      'waiting',
      closed.map(({ title, summary }) => `${title}: ${summary}`).join('; '),
      { waitsFor: [...new Set(closed.flatMap(({ waitsFor }) => waitsFor))] },
    );
  }
  return areOpen(before?.gates ?? []) && !open.facts.draft
    ? say('ready', 'every gate is open: it can be merged')
    : say('waiting', open.facts.summary);
}

/** Whether somebody changed what Git says of the stage after it was merged, and to something else. */
function isTakenElsewhere(
  requests: readonly PromotionRequest[],
  { overlays }: PromotionFacts,
): boolean {
  return requests.some(
    ({ moves, facts: { state, endedAt = '' }, overlays: wanted }) =>
      state === 'merged' &&
      moves.length > 0 &&
      overlays.some(
        ({ region = '', overlay, contentSince = '' }) =>
          region in wanted &&
          Date.parse(contentSince) > Date.parse(endedAt) + 1_000 &&
          !hasMoves(
            overlay,
            moves.filter(move => !move.region || move.region === region),
          ),
      ),
  );
}

function progressOf({ state, waves, gates }: KeptPromotion): string {
  return JSON.stringify([
    state,
    waves.map(wave => [wave.state, wave.number, wave.summary]),
    gates.map(({ gate, state: of }) => [gate, of]),
  ]);
}

function stuckOf(
  { state, progressAt, summary }: KeptPromotion,
  { now, stuckAfterMs }: PromotionFacts,
): string | undefined {
  const isOver = ['done', 'closed', 'superseded'].includes(state);
  return !isOver && now.getTime() - Date.parse(progressAt) > stuckAfterMs
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
