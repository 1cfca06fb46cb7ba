import type {
  Promotion,
  PromotionState,
  PromotionWave,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { toStageCluster } from '../../promotion/pipeline/toPipeline';
import {
  hiddenWords,
  type HiddenClusters,
} from '../../promotion/HiddenClusters';
import type { PipelineBasis } from '../../promotion/PipelineBasis';
import { toKeptPromotion, type PromotionRow } from '../rows/PromotionRow';
import {
  keyOfPullRequest,
  toPromotionPullRequest,
  type MarkedPullRequest,
} from './readPullRequests';
import type { RunningStage } from './readStageClusters';

/** What a promotion is shown with. */
export interface PromotionContext {
  bases: ReadonlyMap<string, PipelineBasis>;
  pullRequests: ReadonlyMap<string, MarkedPullRequest>;
  /** Those that the caller sees. */
  running: readonly RunningStage[];
  hidden: (pipelineId: string) => HiddenClusters;
  /** How rollbacks are, with the pages of their pull requests, by promotion. */
  rollbacks: ReadonlyMap<string, { url: string; state: PromotionState }>;
}

/** A promotion, as screens show it. */
export function toPromotion(
  row: PromotionRow,
  { bases, pullRequests, running, hidden, rollbacks }: PromotionContext,
): Promotion {
  const kept = toKeptPromotion(row);
  const basis = bases.get(row.application_id);
  const unseen = hidden(row.application_id);
  const overlays = (basis?.overlays ?? []).filter(
    ({ environment }) => environment === row.environment,
  );
  const pullRequestOf = (number: number | undefined) => {
    const found =
      number === undefined
        ? undefined
        : pullRequests.get(keyOfPullRequest(row.repository, number));
    return found && toPromotionPullRequest(found);
  };
  const seesAll = (clusters: readonly string[]) =>
    unseen.clusters(clusters).length === clusters.length;
  const isWhole = kept.waves.every(({ clusters }) => seesAll(clusters));
  const waves = kept.waves.map(
    (
      { number, clusters, summary, failure: _failure, came: _came, ...wave },
      index,
    ): PromotionWave => ({
      ...wave,
      summary: seesAll(clusters) ? summary : hiddenWords,
      clusters: running.flatMap((item): StageCluster[] => {
        const overlay = overlays.find(({ id }) => id === item.overlayId);
        return overlay &&
          clusters.includes(item.cluster) &&
          item.pipelineId === row.application_id
          ? [toStageCluster(item, overlay, index)]
          : [];
      }),
      pullRequest: pullRequestOf(number),
    }),
  );
  const isOffered =
    row.state === 'failed' &&
    row.ended_at === undefined &&
    row.rollback_id === undefined;
  return {
    id: row.id,
    pipelineId: row.application_id,
    application: row.application,
    entityRefs: basis?.entityRefs ?? [],
    ownerRefs: basis?.ownerRefs ?? [],
    action: row.action,
    from: row.from_stage,
    to: row.to_stage,
    environment: row.environment,
    state: row.state,
    summary:
      isWhole || !isOfClusters(row) ? unseen.text(row.summary) : hiddenWords,
    waitsFor: kept.waitsFor,
    stuck:
      row.stuck &&
      (isWhole || !isOfClusters(row) ? unseen.text(row.stuck) : hiddenWords),
    version: row.version,
    moves: kept.moves,
    requester: row.requester,
    gates: unseen.gates(kept.gates),
    enforcement: row.enforcement,
    waves,
    pullRequest: pullRequestOf(
      kept.waves.flatMap(({ number }) => number ?? []).at(-1),
    ),
    rollback:
      row.action === 'promote' && (isOffered || row.rollback_id)
        ? {
            promotionId: row.rollback_id,
            ...rollbacks.get(row.rollback_id ?? ''),
            offered: isOffered,
          }
        : undefined,
    createdAt: row.created_at,
    mergedAt: row.merged_at,
    endedAt: row.ended_at,
    leadSeconds: row.lead_seconds,
  };
}

/** Whether what is said of it is told by clusters, and not by Git alone. */
function isOfClusters({ state }: Pick<PromotionRow, 'state'>): boolean {
  return state === 'rolling-out' || state === 'failed' || state === 'done';
}
