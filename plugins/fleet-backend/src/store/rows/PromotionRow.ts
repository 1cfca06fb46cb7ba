import type {
  Promotion,
  PromotionAction,
  PromotionState,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { KeptPromotion } from '../../promotion/follow/KeptPromotion';

/** A row of `promotions`, without its nulls. */
export interface PromotionRow {
  id: string;
  application_id: string;
  repository: string;
  application: string;
  action: PromotionAction;
  from_stage?: string;
  to_stage: string;
  environment: string;
  state: PromotionState;
  urgency: number;
  summary: string;
  waits_for: string;
  stuck?: string;
  version?: string;
  from_version?: string;
  moves: string;
  requester?: string;
  gates: string;
  enforcement: Promotion['enforcement'];
  branch_lacks?: string;
  judged?: string;
  waves: string;
  overlays: string;
  base_revision?: string;
  merge_revision?: string;
  rollback_id?: string;
  created_at: string;
  merged_at?: string;
  /** Absent: more may become of it. */
  ended_at?: string;
  progress_at: string;
  lead_seconds?: number;
  search: string;
}

/** All but what only some write: verdicts, leases, and what was told. */
export const promotionColumns = [
  'id',
  'application_id',
  'repository',
  'application',
  'action',
  'from_stage',
  'to_stage',
  'environment',
  'state',
  'urgency',
  'summary',
  'waits_for',
  'stuck',
  'version',
  'from_version',
  'moves',
  'requester',
  'gates',
  'enforcement',
  'branch_lacks',
  'judged',
  'waves',
  'overlays',
  'base_revision',
  'merge_revision',
  'rollback_id',
  'created_at',
  'merged_at',
  'ended_at',
  'progress_at',
  'lead_seconds',
  'search',
] as const satisfies readonly (keyof PromotionRow)[];

/** What needs a person first, then what is under way, then what is over. */
const byUrgency: readonly PromotionState[] = [
  'failed',
  'waiting',
  'ready',
  'rolling-out',
  'done',
  'closed',
  'superseded',
];

export function toPromotionRow(promotion: KeptPromotion): PromotionRow {
  const { application, from, to, requester, environment } = promotion;
  const { createdAt, endedAt, state } = promotion;
  return {
    id: promotion.id,
    application_id: promotion.pipelineId,
    repository: promotion.repository,
    application,
    action: promotion.action,
    from_stage: from,
    to_stage: to,
    environment,
    state,
    urgency: urgencyOf(promotion),
    summary: promotion.summary,
    waits_for: JSON.stringify(promotion.waitsFor),
    stuck: promotion.stuck,
    version: promotion.version,
    from_version: promotion.fromVersion,
    moves: JSON.stringify(promotion.moves),
    requester,
    gates: JSON.stringify(promotion.gates),
    enforcement: promotion.enforcement,
    branch_lacks:
      promotion.branchLacks && JSON.stringify(promotion.branchLacks),
    judged: promotion.judged,
    waves: JSON.stringify(promotion.waves),
    overlays: JSON.stringify(promotion.overlays),
    base_revision: promotion.baseRevision,
    merge_revision: promotion.mergeRevision,
    rollback_id: promotion.rollbackId,
    created_at: createdAt,
    merged_at: promotion.mergedAt,
    ended_at: endedAt,
    progress_at: promotion.progressAt,
    lead_seconds:
      state === 'done' && endedAt
        ? Math.round((Date.parse(endedAt) - Date.parse(createdAt)) / 1_000)
        : undefined,
    search: [application, from, to, environment, requester, promotion.version]
      .join(' ')
      .toLowerCase(),
  };
}

export function toKeptPromotion(row: PromotionRow): KeptPromotion {
  return {
    id: row.id,
    pipelineId: row.application_id,
    repository: row.repository,
    application: row.application,
    action: row.action,
    from: row.from_stage,
    to: row.to_stage,
    environment: row.environment,
    state: row.state,
    summary: row.summary,
    waitsFor: JSON.parse(row.waits_for),
    stuck: row.stuck,
    version: row.version,
    fromVersion: row.from_version,
    moves: JSON.parse(row.moves),
    requester: row.requester,
    gates: JSON.parse(row.gates),
    enforcement: row.enforcement,
    branchLacks: row.branch_lacks ? JSON.parse(row.branch_lacks) : undefined,
    judged: row.judged,
    waves: JSON.parse(row.waves),
    overlays: JSON.parse(row.overlays),
    baseRevision: row.base_revision,
    mergeRevision: row.merge_revision,
    rollbackId: row.rollback_id,
    createdAt: row.created_at,
    mergedAt: row.merged_at,
    endedAt: row.ended_at,
    progressAt: row.progress_at,
  };
}

/** What has failed needs a person only as long as its stage was not taken elsewhere. */
function urgencyOf({ state, endedAt }: KeptPromotion): number {
  const isOver = state === 'failed' && endedAt !== undefined;
  return byUrgency.indexOf(isOver ? 'done' : state);
}
