import type { ClaimStep } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import { medianSeconds } from '../../claims/medianSeconds';
import type { ClaimRow } from '../rows/ClaimRow';
import { upsert } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';

/** As many as tell what is usual. */
const mostEarlier = 50;
/** Longer ones were not at it all the time: ready again after a failure, or first seen long after. */
const longestSeconds = 24 * 60 * 60;

/** From claimed to ready, beside the steps. */
const whole = 'ready';

interface DurationRow {
  claim_id: string;
  step: string;
  cluster: string;
  subject: string;
  seconds: number;
  ended_at: string;
}

/** How long steps usually take, by {@link subjectOf}, and by the step. */
export type UsualSeconds = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What claims of one kind have in common. */
export function subjectOf({
  api_version: apiVersion,
  kind,
}: Pick<ClaimRow, 'api_version' | 'kind'>): string {
  return `${apiVersion.split('/')[0]}/${kind}`;
}

/** Keeps how long what is over has taken. */
export async function keepDurations(
  trx: Knex.Transaction,
  rows: readonly ClaimRow[],
): Promise<void> {
  const durations = rows.flatMap(row => {
    const steps: ClaimStep[] = JSON.parse(row.steps);
    return [
      ...steps.filter(({ state }) => state === 'done'),
      { step: whole, startedAt: row.created_at, endedAt: row.ready_at },
    ].flatMap(({ step, startedAt, endedAt }): DurationRow[] => {
      const seconds =
        startedAt && endedAt
          ? Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1_000)
          : 0;
      return endedAt && seconds > 0 && seconds <= longestSeconds
        ? [
            {
              claim_id: row.id,
              step,
              cluster: row.cluster,
              subject: subjectOf(row),
              seconds,
              ended_at: endedAt,
            },
          ]
        : [];
    });
  });
  const keys = ['claim_id', 'step'] as const;
  await upsert(trx, 'claim_durations', durations, {
    columns: [...keys, 'cluster', 'subject', 'seconds', 'ended_at'],
    key: keys,
  });
}

/** What is usual for claims of the same kinds. */
export async function readUsualSeconds(
  database: Knex,
  rows: readonly Pick<ClaimRow, 'api_version' | 'kind'>[],
): Promise<UsualSeconds> {
  const usual = new Map<string, Map<string, number>>();
  for (const subject of new Set(rows.map(subjectOf))) {
    const durations: Pick<DurationRow, 'step' | 'seconds'>[] = await database(
      'claim_durations',
    )
      .where({ subject })
      .orderBy('ended_at', 'desc')
      .limit(mostEarlier * 8)
      .select('step', 'seconds');
    const steps = new Map<string, number>();
    for (const [step, some] of groupBy(durations, item => item.step)) {
      const median = medianSeconds(
        some.slice(0, mostEarlier).map(({ seconds }) => seconds),
      );
      if (median !== undefined) {
        steps.set(step, median);
      }
    }
    usual.set(subject, steps);
  }
  return usual;
}

export function usualOf(
  usual: UsualSeconds,
  claim: Pick<ClaimRow, 'api_version' | 'kind'>,
  step: string = whole,
): number | undefined {
  return usual.get(subjectOf(claim))?.get(step);
}
