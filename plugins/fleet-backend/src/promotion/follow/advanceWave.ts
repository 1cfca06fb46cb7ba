import type { RunningStage } from '../../store/promotion/readStageClusters';
import { wavesOf, type Wave } from '../pipeline/wavesOf';
import { withoutRegions } from '../pipeline/withoutRegions';
import type { KnownOverlay } from '../PipelineBasis';
import type { KeptWave } from './KeptPromotion';
import type { PromotionFacts } from './PromotionFacts';
import type { PromotionGroup } from './PromotionGroup';
import { hasMoves, reachOf, type Reach } from './reach';

/** Where Git can change waves apart, each is its own; else all change at once. */
export function wavesToShow(
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

/** How far a wave is by now. */
export function advanceWave(
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
    failure: before?.failure,
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
  return { ...kept, startedAt, ...reachOfWave(reached, kept.failure) };
}

function regionOf(
  { overlayId }: RunningStage,
  overlays: readonly KnownOverlay[],
): string | undefined {
  return overlays.find(({ id }) => id === overlayId)?.region;
}

function reachOfWave(
  reached: readonly Reach[],
  failure: string | undefined,
): Pick<KeptWave, 'state' | 'summary' | 'endedAt' | 'failure'> {
  const of = (wanted: Reach['state']) =>
    reached.filter(({ state }) => state === wanted);
  const failed = of('failed');
  const waiting = of('on-its-way');
  const words = (some: readonly Reach[]) =>
    some.map(({ summary }) => summary).join('; ');
  if (failed.length > 0) {
    const far =
      reached.length > 1
        ? `came to ${of('done').length} of ${reached.length} clusters; `
        : '';
    const summary = far + words(failed);
    return { state: 'failed', summary, failure: summary };
  }
  if (waiting.length > 0) {
    return {
      state: 'rolling-out',
      summary: `${reached.length - waiting.length} of ${
        reached.length
      } clusters run it; ${words(waiting)}`,
      failure,
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
    failure: undefined,
    endedAt: reached
      .flatMap(({ at }) => at ?? [])
      .sort()
      .at(-1),
  };
}
