import type {
  Freshness,
  Pipeline,
  Promotion,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import {
  toPipeline,
  type GoodVersion,
} from '../../../promotion/pipeline/toPipeline';
import type { PipelineBasis } from '../../../promotion/PipelineBasis';
import type { PromotionRules } from '../../../promotion/PromotionRules';
import type { Verdicts } from '../../FleetPromotionStore';
import type { Access } from '../../FleetQueryStore';
import { readBases } from '../../promotion/readBases';
import {
  keyOfPullRequest,
  readPullRequests,
} from '../../promotion/readPullRequests';
import { readStageClusters } from '../../promotion/readStageClusters';
import {
  toPromotion,
  type PromotionContext,
} from '../../promotion/toPromotion';
import { toKeptPromotion, type PromotionRow } from '../../rows/PromotionRow';
import { groupBy } from '../../sql/groupBy';
import { withoutNulls } from '../../sql/withoutNulls';
import type { QueryContext } from '../QueryContext';
import { coveredStages } from './coveredStages';
import { hiddenClusters } from './hiddenClusters';
import { readImagePolicies } from './readImagePolicies';

/** Git is asked each half minute, and each repository is some requests. */
const staleAfterMs = 5 * 60_000;

/** Pipelines as screens show them, in the order of the ids. Its statements are as many for one as for all. */
export async function readPipelines(
  context: QueryContext,
  rules: PromotionRules,
  ids: readonly string[],
  { access, promote }: { access: Access; promote: Access },
): Promise<Pipeline[]> {
  if (ids.length === 0) {
    return [];
  }
  const { database } = context;
  const bases = await readBases(database, rules, ids);
  const running = await readStageClusters(context, ids, access);
  const imagePolicies = await readImagePolicies(context, running, access);
  const hidden = await hiddenClusters(database, ids, { access, running });
  const promotions = await readCurrent(database, ids, bases, {
    running,
    hidden,
  });
  const versions = groupBy(
    await readVersions(database, ids),
    ({ pipelineId }) => pipelineId,
  );
  const verdicts = await readVerdicts(database, ids, hidden);
  const freshness = await readFreshness(context);
  const covered = await coveredStages(database, ids, promote);
  const runningOf = groupBy(running, ({ pipelineId }) => pipelineId);
  return bases.map(basis =>
    toPipeline(basis, {
      running: runningOf.get(basis.id) ?? [],
      imagePolicies,
      promotions: promotions.get(basis.id) ?? [],
      versions: versions.get(basis.id) ?? [],
      verdicts: verdicts.get(basis.id) ?? new Map(),
      freshness: freshness.get(basis.repository.url) ?? {
        stale: true,
        reason: 'not read yet',
      },
      mayPromote: name => {
        const stage = basis.pipeline?.stages.find(item => item.name === name);
        return covered.has(`${basis.id} ${stage?.environment}`);
      },
    }),
  );
}

/** Promotions that are not over, the newest first. */
async function readCurrent(
  database: Knex,
  ids: readonly string[],
  bases: readonly PipelineBasis[],
  seen: Pick<PromotionContext, 'running' | 'hidden'>,
): Promise<Map<string, Promotion[]>> {
  const found: object[] = await database('promotions')
    .whereIn('application_id', [...ids])
    .whereNull('ended_at')
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'asc' },
    ]);
  const rows = found.map(row => withoutNulls<PromotionRow>(row));
  const pullRequests = await readPullRequests(
    database,
    rows.flatMap(row =>
      toKeptPromotion(row).waves.flatMap(({ number }) =>
        number === undefined ? [] : [{ repository: row.repository, number }],
      ),
    ),
  );
  const context = {
    bases: new Map(bases.map(basis => [basis.id, basis])),
    pullRequests,
    ...seen,
    rollbacks: new Map(
      rows.flatMap(row => {
        const [first] = toKeptPromotion(row).waves;
        const known =
          first?.number === undefined
            ? undefined
            : pullRequests.get(keyOfPullRequest(row.repository, first.number));
        const { id, state } = row;
        return known ? [[id, { url: known.facts.url, state }] as const] : [];
      }),
    ),
  };
  return groupBy(
    rows.map(row => toPromotion(row, context)),
    ({ pipelineId }) => pipelineId,
  );
}

/** Versions that stages ran well everywhere, newest first. */
export async function readVersions(
  database: Knex,
  ids: readonly string[],
): Promise<(GoodVersion & { pipelineId: string })[]> {
  const rows: {
    application_id: string;
    stage: string;
    content: string;
    revision: string;
    version: string | null;
    overlays: string;
    well_at: string;
  }[] = await database('promotion_versions')
    .whereIn('application_id', [...ids])
    .orderBy('well_at', 'desc');
  return rows.map(row => ({
    pipelineId: row.application_id,
    stage: row.stage,
    content: row.content,
    revision: row.revision,
    version: row.version ?? undefined,
    wellAt: row.well_at,
    overlays: JSON.parse(row.overlays),
  }));
}

async function readVerdicts(
  database: Knex,
  ids: readonly string[],
  hidden: PromotionContext['hidden'],
): Promise<Map<string, Map<string, Verdicts>>> {
  const rows: {
    application_id: string;
    stage: string;
    gates: string;
    enforcement: Verdicts['enforcement'];
  }[] = await database('promotion_stages').whereIn('application_id', [...ids]);
  const found = new Map<string, Map<string, Verdicts>>();
  for (const { application_id: id, stage, gates, enforcement } of rows) {
    const ofPipeline = found.get(id) ?? new Map<string, Verdicts>();
    ofPipeline.set(stage, {
      gates: hidden(id).gates(JSON.parse(gates)),
      enforcement,
    });
    found.set(id, ofPipeline);
  }
  return found;
}

/** Of what Git says, by repository. */
async function readFreshness({
  database,
  now,
}: QueryContext): Promise<Map<string, Freshness>> {
  const rows: {
    repository: string;
    read_at: string | null;
    problem: string | null;
    complete: boolean | number;
  }[] = await database('promotion_branches').select(
    'repository',
    'read_at',
    'problem',
    'complete',
  );
  const byRepository = groupBy(rows, ({ repository }) => repository);
  return new Map(
    [...byRepository].map(([repository, branches]) => {
      const oldest = branches.map(row => row.read_at ?? '').sort()[0];
      const problem = branches.find(row => row.problem)?.problem;
      const reason =
        problem ??
        (branches.every(({ complete }) => complete)
          ? undefined
          : 'its overlays are still being read') ??
        (now().getTime() - Date.parse(oldest) > staleAfterMs
          ? `Git has not been read since ${oldest}`
          : undefined);
      return [
        repository,
        {
          observedAt: oldest || undefined,
          stale: reason !== undefined,
          ...(reason && { reason }),
        },
      ];
    }),
  );
}
