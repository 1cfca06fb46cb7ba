import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { contentOfAll } from '../../promotion/contentOf';
import { agrees } from '../../promotion/pipeline/agreement';
import { overlaysOf, runningIn } from '../../promotion/pipeline/toPipeline';
import { versionOf } from '../../promotion/pipeline/versionOf';
import type {
  KnownOverlay,
  PipelineBasis,
} from '../../promotion/PipelineBasis';
import { everything } from '../../promotion/facts/everything';
import type { PromotionRules } from '../../promotion/PromotionRules';
import type { QueryContext } from '../queries/QueryContext';
import { groupBy } from '../sql/groupBy';
import { unreadRepositories } from './changes';
import { readBases } from './readBases';
import { readHeads } from './readHeads';
import type { SweepFailure } from './sweepPromotions';
import { readStageClusters, type RunningStage } from './readStageClusters';

/** So few that those who wait for an answer meanwhile hardly notice. */
const atOnce = 25;
/** Of a stage; those before are in Git. */
const mostKept = 10;
/** That it still runs well is written down no more often. */
const everyMs = 10 * 60_000;

/**
 * Writes down which stages run well everywhere now, and what: a rollback goes back to such a version. A stage that a promotion has come to
 * in part runs well in between, too, and is nothing to go back to.
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
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = ids.slice(start, start + atOnce);
    const running = groupBy(
      await readStageClusters(context, some, everything),
      ({ pipelineId }) => pipelineId,
    );
    for (const basis of await readBases(database, rules, some)) {
      if (unread.has(basis.repository.url)) {
        continue;
      }
      try {
        await sweepStages(context, basis, {
          running: running.get(basis.id) ?? [],
          known,
          heads,
          between,
        });
      } catch (error) {
        onFailure(`versions of ${basis.application}`, error);
      }
    }
    await setImmediate();
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
    heads: ReadonlyMap<string, string>;
    between: ReadonlySet<string>;
  },
): Promise<void> {
  for (const { name, environment } of basis.pipeline?.stages ?? []) {
    const overlays = overlaysOf(basis, environment);
    const content = contentOfAll(overlays);
    const wellAt = known.get(`${basis.id} ${name} ${content}`);
    const isRecent =
      wellAt !== undefined && now().getTime() - Date.parse(wellAt) < everyMs;
    const head = heads.get(`${basis.repository.url} ${overlays[0]?.branch}`);
    if (
      !isRecent &&
      head &&
      !between.has(`${basis.id} ${name}`) &&
      isWell(basis, overlays, running, head)
    ) {
      await database('promotion_versions')
        .insert({
          application_id: basis.id,
          stage: name,
          content,
          revision: head,
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
  head: string,
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
          head,
        ),
    )
  );
}

/** Where no image tells it, as of charts, the commit that is applied does: one that changed the overlay last, or none after it. */
function hasApplied(
  { running, revision }: RunningStage,
  known: KnownOverlay | undefined,
  head: string,
): boolean {
  return (
    agrees(known?.overlay, running) ??
    [head, known?.revision].some(
      hash => hash !== undefined && revision?.endsWith(hash) === true,
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
