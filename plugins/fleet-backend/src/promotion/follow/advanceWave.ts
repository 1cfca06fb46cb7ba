import type { RunningStage } from '../../store/promotion/readStageClusters';
import { says } from '../pipeline/hasApplied';
import { wavesOf, type Wave } from '../pipeline/wavesOf';
import { withoutRegions } from '../pipeline/withoutRegions';
import type { KnownOverlay } from '../PipelineBasis';
import type { KeptWave } from './KeptPromotion';
import type { PromotionFacts } from './PromotionFacts';
import type { PromotionGroup } from './PromotionGroup';
import { hasMoves, reachOf, type Reach } from './reach';
import { failureWords } from './waveWords';

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
    came: before?.came,
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
  const merge = request?.mark.mergeRevision;
  const hasIt = ({ revision, overlayId }: RunningStage) =>
    (merge !== undefined && revision?.endsWith(merge) === true) ||
    (isThere &&
      says(
        revision,
        overlays.find(({ id }) => id === overlayId),
        facts.branch,
      ));
  const reached = clusters.map(item =>
    reachOf(
      item,
      {
        moves: movesIn(regionOf(item, overlays)),
        at: startedAt,
        isApplied: hasIt(item),
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
  return { ...kept, startedAt, ...reachOfWave(reached, kept) };
}

function regionOf(
  { overlayId }: RunningStage,
  overlays: readonly KnownOverlay[],
): string | undefined {
  return overlays.find(({ id }) => id === overlayId)?.region;
}

function reachOfWave(
  reached: readonly Reach[],
  { failure, came }: Pick<KeptWave, 'failure' | 'came'>,
): Pick<KeptWave, 'state' | 'summary' | 'endedAt' | 'failure' | 'came'> {
  const of = (wanted: Reach['state']) =>
    reached.filter(({ state }) => state === wanted);
  const done = of('done');
  const failed = of('failed');
  const waiting = of('on-its-way');
  const far =
    came && came.clusters > done.length ? came : { clusters: done.length };
  if (failed.length > 0) {
    const words = wordsOf(failed);
    return {
      state: 'failed',
      summary: failureWords(words, far.clusters, reached.length),
      failure: words,
      came: far,
    };
  }
  if (waiting.length > 0) {
    return {
      state: 'rolling-out',
      summary: `${done.length} of ${reached.length} clusters run it; ${wordsOf(
        waiting,
      )}`,
      failure,
      came: far,
    };
  }
  // Since then others have committed, and clusters have applied that.
  const cameAt = came?.clusters === done.length ? came.at : undefined;
  const endedAt =
    cameAt ??
    done
      .flatMap(({ at }) => at ?? [])
      .sort()
      .at(-1);
  return {
    state: 'done',
    summary:
      done.length === 0
        ? 'Git has it; no cluster is delivered from there'
        : `runs well on ${
            done.length === 1 ? 'its cluster' : `all ${done.length} clusters`
          }`,
    failure: undefined,
    came: { clusters: done.length, at: endedAt },
    endedAt,
  };
}

function wordsOf(some: readonly Reach[]): string {
  return some.map(({ summary }) => summary).join('; ');
}
