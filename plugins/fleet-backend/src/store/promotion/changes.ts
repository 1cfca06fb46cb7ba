import type {
  Move,
  PromotionAction,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GitReview,
  Overlay,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { PullRequestMark } from '../../promotion/follow/PullRequestMark';
import type { PullRequestFacts } from '../rows/PullRequestRow';
import { withoutNulls } from '../sql/withoutNulls';

/** What a pull request of a promotion changes. */
export interface PromotionChange {
  repository: string;
  number: number;
  /** The hash that was read. */
  head: string;
  pipelineId: string;
  stage: string;
  from?: string;
  action: PromotionAction;
  /** From 0 on; absent: all at once. */
  wave?: number;
  /** Entity ref of who asked for it, where that can be told. */
  requester?: string;
  baseRevision?: string;
  moves: Move[];
  /** As it has them, by region. */
  overlays: Record<string, Overlay>;
  /** As Git had them before, by region. */
  before: Record<string, Overlay>;
  reviews: GitReview[];
  /** When the pull request had changed last; empty where it is to be read once more. */
  readFor: string;
  /** Why it is not known what it changes. */
  problem?: string;
}

/** A pull request on a branch of promotions. */
export interface PromotionRequestRow {
  repository: string;
  number: number;
  branch: string;
  facts: PullRequestFacts;
  mark: PullRequestMark;
}

const columns = [
  'repository',
  'number',
  'head',
  'application_id',
  'stage',
  'from_stage',
  'action',
  'wave',
  'requester',
  'base_revision',
  'moves',
  'overlays',
  'before',
  'reviews',
  'read_for',
  'problem',
] as const;

type Row = Record<(typeof columns)[number], string> & {
  number: number;
  wave?: number;
  action: PromotionAction;
};

/** Pull requests of promotions that are new, or have changed since they were read. */
export async function unreadChanges(
  database: Knex,
  most: number,
): Promise<PromotionRequestRow[]> {
  const rows: {
    repository: string;
    number: number;
    branch: string;
    facts: string;
    promotion: string;
  }[] = await whereUnread(database)
    .orderBy(['pull_requests.repository', 'pull_requests.number'])
    .limit(most)
    .select(
      'pull_requests.repository',
      'pull_requests.number',
      'pull_requests.branch',
      'pull_requests.facts',
      'pull_requests.promotion',
    );
  return rows.map(row => ({
    repository: row.repository,
    number: row.number,
    branch: row.branch,
    facts: JSON.parse(row.facts),
    mark: JSON.parse(row.promotion),
  }));
}

/** Repositories with such pull requests: what their stages run may be half of a promotion. */
export async function unreadRepositories(database: Knex): Promise<string[]> {
  return whereUnread(database).distinct().pluck('pull_requests.repository');
}

function whereUnread(database: Knex): Knex.QueryBuilder {
  return database('pull_requests')
    .leftJoin('promotion_changes', join =>
      join
        .on('promotion_changes.repository', 'pull_requests.repository')
        .on('promotion_changes.number', 'pull_requests.number'),
    )
    .whereNotNull('pull_requests.promotion')
    .where(unread =>
      unread
        .whereNull('promotion_changes.head')
        .orWhereRaw('promotion_changes.read_for <> pull_requests.updated_at'),
    );
}

/** Keeps what one changes. */
export async function writeChange(
  database: Knex,
  change: PromotionChange,
): Promise<void> {
  const row = {
    repository: change.repository,
    number: change.number,
    head: change.head,
    application_id: change.pipelineId,
    stage: change.stage,
    from_stage: change.from ?? null,
    action: change.action,
    wave: change.wave ?? null,
    requester: change.requester ?? null,
    base_revision: change.baseRevision ?? null,
    moves: JSON.stringify(change.moves),
    overlays: JSON.stringify(change.overlays),
    before: JSON.stringify(change.before),
    reviews: JSON.stringify(change.reviews),
    read_for: change.readFor,
    problem: change.problem ?? null,
  } satisfies Record<(typeof columns)[number], unknown>;
  await database('promotion_changes')
    .insert({ ...row, folded: false })
    .onConflict(['repository', 'number'])
    .merge();
}

/** What pull requests of these pipelines change, oldest first. */
export async function readChanges(
  database: Knex,
  narrow: (changes: Knex.QueryBuilder) => void,
): Promise<PromotionChange[]> {
  const query: Knex.QueryBuilder = database('promotion_changes')
    .orderBy(['repository', 'number'])
    .select(...columns);
  narrow(query);
  const rows: object[] = await query;
  return rows.map(found => {
    const row = withoutNulls<Row>(found);
    return {
      repository: row.repository,
      number: row.number,
      head: row.head,
      pipelineId: row.application_id,
      stage: row.stage,
      from: row.from_stage,
      action: row.action,
      wave: row.wave,
      requester: row.requester,
      baseRevision: row.base_revision,
      moves: JSON.parse(row.moves),
      overlays: JSON.parse(row.overlays),
      before: JSON.parse(row.before),
      reviews: JSON.parse(row.reviews),
      readFor: row.read_for,
      problem: row.problem,
    };
  });
}

/** Has those looked at again of which it was not known what they are about. */
export async function forgetUnknown(database: Knex): Promise<void> {
  await database('promotion_changes').where({ application_id: '' }).delete();
}
