import type { Knex } from 'knex';
import type { BranchHead } from '../../promotion/BranchHead';
import { contentOfAll } from '../../promotion/contentOf';
import { hasApplied } from '../../promotion/pipeline/hasApplied';
import { overlaysOf, runningIn } from '../../promotion/pipeline/toPipeline';
import { versionOf } from '../../promotion/pipeline/versionOf';
import type {
  KnownOverlay,
  PipelineBasis,
} from '../../promotion/PipelineBasis';
import type { PromotionRules } from '../../promotion/PromotionRules';
import type { QueryContext } from '../queries/QueryContext';
import { unreadRepositories } from './changes';
import { readHeads } from './readHeads';
import type { RunningStage } from './readStageClusters';
import { runningPipelines } from './runningPipelines';
import { noteArrivals } from './sweepArrivals';
import type { SweepFailure } from './sweepPromotions';

/** Of a stage; those before are in Git. */
const mostKept = 10;
/** That it still runs well is written down no more often. */
const everyMs = 10 * 60_000;

/**
 * Writes down what has come to clusters, and which stages run well everywhere now, and what: a rollback goes back to such a version. A stage
 * that a promotion has come to in part runs well in between, too, and is nothing to go back to.
 */
export async function sweepVersions(
  context: QueryContext,
  rules: PromotionRules,
  onFailure: SweepFailure,
): Promise<void> {
  const { database } = context;
  const ids: string[] = await database('promotion_applications').pluck('id');
  const known = await readKnown(database);
  const heads = await readHeads(database);
  const between = await stagesBetween(database);
  const unread = new Set(await unreadRepositories(database));
  for await (const { basis, running } of runningPipelines(
    context,
    rules,
    ids,
  )) {
    try {
      await noteArrivals(context, basis, running, heads);
      if (!unread.has(basis.repository.url)) {
        await sweepStages(context, basis, { running, known, heads, between });
      }
    } catch (error) {
      onFailure(`versions of ${basis.application}`, error);
    }
  }
}

async function sweepStages(
  { database, now }: QueryContext,
  basis: PipelineBasis,
  {
    running,
    known,
    heads,
    between,
  }: {
    running: readonly RunningStage[];
    known: ReadonlyMap<string, string>;
    heads: ReadonlyMap<string, BranchHead>;
    between: ReadonlySet<string>;
  },
): Promise<void> {
  for (const { name, environment } of basis.pipeline?.stages ?? []) {
    const overlays = overlaysOf(basis, environment);
    const content = contentOfAll(overlays);
    const wellAt = known.get(`${basis.id} ${name} ${content}`);
    const isRecent =
      wellAt !== undefined && now().getTime() - Date.parse(wellAt) < everyMs;
    const branch = heads.get(`${basis.repository.url} ${overlays[0]?.branch}`);
    if (
      !isRecent &&
      branch &&
      !between.has(`${basis.id} ${name}`) &&
      isWell(basis, overlays, running, branch)
    ) {
      await database('promotion_versions')
        .insert({
          application_id: basis.id,
          stage: name,
          content,
          revision: branch.head,
          version:
            versionOf(
              basis.application,
              overlays.map(({ overlay }) => overlay),
            ) ?? null,
          overlays: JSON.stringify(
            overlays.map(({ region, overlay }) => ({ region, overlay })),
          ),
          well_at: now().toISOString(),
        })
        .onConflict(['application_id', 'stage', 'content'])
        .merge();
      await forgetOld(database, basis.id, name);
    }
  }
}

function isWell(
  basis: PipelineBasis,
  overlays: readonly KnownOverlay[],
  running: readonly RunningStage[],
  branch: BranchHead,
): boolean {
  const clusters = runningIn(running, overlays, basis);
  return (
    clusters.length > 0 &&
    overlays.every(({ overlay }) => overlay) &&
    clusters.every(
      item =>
        item.state === 'healthy' &&
        !item.freshness.stale &&
        (item.progress === undefined || item.progress === 'succeeded') &&
        hasApplied(
          item,
          overlays.find(({ id }) => id === item.overlayId),
          branch,
        ),
    )
  );
}

/** Stages whose last promotion was merged, and has not come everywhere. */
async function stagesBetween(database: Knex): Promise<Set<string>> {
  const rows: {
    application_id: string;
    to_stage: string;
    merged_at: string | null;
    ended_at: string | null;
  }[] = await database('promotions')
    .orderBy(['created_at', 'id'])
    .select('application_id', 'to_stage', 'merged_at', 'ended_at');
  const last = new Map(
    rows.map(row => [`${row.application_id} ${row.to_stage}`, row]),
  );
  return new Set(
    [...last].flatMap(([key, { merged_at: mergedAt, ended_at: endedAt }]) =>
      mergedAt !== null && endedAt === null ? key : [],
    ),
  );
}

/** When versions were well last. */
async function readKnown(database: Knex): Promise<Map<string, string>> {
  const rows: {
    application_id: string;
    stage: string;
    content: string;
    well_at: string;
  }[] = await database('promotion_versions').select(
    'application_id',
    'stage',
    'content',
    'well_at',
  );
  return new Map(
    rows.map(row => [
      `${row.application_id} ${row.stage} ${row.content}`,
      row.well_at,
    ]),
  );
}

async function forgetOld(
  database: Knex,
  id: string,
  stage: string,
): Promise<void> {
  const of = { application_id: id, stage };
  const old: { content: string }[] = await database('promotion_versions')
    .where(of)
    .orderBy('well_at', 'desc')
    .offset(mostKept)
    .limit(1_000)
    .select('content');
  if (old.length > 0) {
    await database('promotion_versions')
      .where(of)
      .whereIn(
        'content',
        old.map(({ content }) => content),
      )
      .delete();
  }
}
