import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Overlay } from '@fleetcommander/backstage-plugin-fleet-node';
import type { RunningStage } from '../../store/promotion/readStageClusters';
import { isSameImage } from '../pipeline/agreement';
import { sideText } from '../pipeline/toMove';

/** For how long a cluster may be unwell before what came there has failed. */
const patienceMs = 2 * 60_000;

/** How far something that was merged has come on a cluster. */
export interface Reach {
  state: 'on-its-way' | 'done' | 'failed';
  /** In words, with the cluster. */
  summary: string;
  /** Since when it is done. */
  at?: string;
}

/** What a merge has brought about in Git. */
export interface Merged {
  moves: readonly Move[];
  at: string;
  /** Whether the commit that is applied on the cluster has it. */
  isApplied: boolean;
}

/** Whether an overlay has all that moves. */
export function hasMoves(
  overlay: Pick<Overlay, 'artifacts'> | undefined,
  moves: readonly Move[],
): boolean {
  return moves.every(({ kind, name, to }) => {
    const found = overlay?.artifacts.find(
      artifact => artifact.kind === kind && artifact.name === name,
    );
    return sideText(found) === to;
  });
}

/** How far it has come on a cluster: what moves runs there, its canary is through, and it is well. */
export function reachOf(
  item: RunningStage,
  { moves, at, isApplied }: Merged,
  now: Date,
): Reach {
  const { cluster, state, canary, progress, freshness } = item;
  const say = (reach: Reach['state'], words: string): Reach => ({
    state: reach,
    summary: `${cluster}: ${words}`,
  });
  if (freshness.stale) {
    return say(
      'on-its-way',
      `nothing newer is known of it, ${freshness.reason ?? 'it is stale'}`,
    );
  }
  const gaveUp =
    progress === 'failed' ||
    (progress === undefined && canary?.state === 'failing');
  if (canary && gaveUp && (canary.since ?? at) >= at) {
    return say('failed', `its canary failed: ${canary.summary}`);
  }
  if (state === 'failing' || state === 'degraded') {
    const since = [item.since ?? at, at].sort()[1];
    return now.getTime() - Date.parse(since) >= patienceMs
      ? say('failed', item.summary)
      : say('on-its-way', `is not well: ${item.summary}`);
  }
  if (canary && progress === 'under-way') {
    return say('on-its-way', canary.summary);
  }
  const missing = moves.find(
    move => move.kind === 'image' && !runs(item.running, move),
  );
  if (missing) {
    return say('on-its-way', `does not run ${missing.to} yet`);
  }
  const tellsByImage = moves.some(({ kind }) => kind === 'image');
  if (!tellsByImage && !isApplied) {
    return say('on-its-way', 'has not applied it yet');
  }
  if (state !== 'healthy') {
    return say('on-its-way', item.summary);
  }
  return {
    ...say('done', 'runs it, and is well'),
    at: [
      at,
      item.since,
      item.appliedAt,
      progress === 'succeeded' ? canary?.since : undefined,
    ]
      .flatMap(time => time ?? [])
      .sort()
      .at(-1),
  };
}

/** Whether what runs is what a move brings. */
export function runs(running: RunningStage['running'], move: Move): boolean {
  const same = running.filter(image => isSameImage(image.name, move.name));
  if (move.to === undefined) {
    return same.length === 0;
  }
  const [first, second] = move.to.split('@');
  const isDigest = first.includes(':');
  const version = isDigest ? undefined : first;
  const digest = isDigest ? first : second;
  return same.some(image =>
    digest && image.digest
      ? image.digest === digest
      : version !== undefined && image.version === version,
  );
}
