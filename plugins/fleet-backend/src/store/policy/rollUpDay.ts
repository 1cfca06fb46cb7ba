import { policySeverities } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';

const dayMs = 24 * 60 * 60_000;
const keptDays = 366;

const counts = [...policySeverities, 'resources'];
const place = ['cluster', 'namespace', 'record_id'];

const openNow = `
  select cluster, coalesce(namespace, '') as namespace, record_id,
    ${policySeverities
      .map(
        (severity, rank) =>
          `sum(case when rank = ${rank} then 1 else 0 end) as ${severity}`,
      )
      .join(', ')},
    count(distinct resource) as resources
  from policy_results where ended_at is null and verdict <> 'skip'
  group by cluster, coalesce(namespace, ''), record_id`;

/**
 * Keeps what is open at the end of a day, once the next one has begun. Where as much was open the day before, its row holds a day
 * longer; so that a year costs what changes in it. A day on which nothing was swept is not told of.
 */
export async function rollUpDay(
  trx: Knex.Transaction,
  now: Date,
): Promise<void> {
  const today = dayOf(now, 0);
  const days = () => trx('policy_swept_days');
  if (await days().where({ day: today }).first('day')) {
    return;
  }
  const over = await days().where({ summed: false }).first('day');
  await days().insert({ day: today, summed: false });
  if (!over) {
    return;
  }
  const { day }: { day: string } = over;
  const [{ before }] = await days()
    .where({ summed: true })
    .max({ before: 'day' });
  const same = [...place, ...counts].map(
    name => `policy_days.${name} = open_now.${name}`,
  );
  await trx.raw(
    `update policy_days set until_day = ? from (${openNow}) as open_now
      where policy_days.until_day = ? and ${same.join(' and ')}`,
    [day, before ?? ''],
  );
  const columns = [...place, ...counts].join(', ');
  await trx.raw(
    `insert into policy_days (${columns}, from_day, until_day)
      select ${columns}, ?, ? from (${openNow}) as open_now where true
      on conflict do nothing`,
    [day, day],
  );
  await days().where({ day }).update({ summed: true });
  const oldest = dayOf(now, keptDays);
  await trx('policy_days').where('until_day', '<', oldest).delete();
  await days().where('day', '<', oldest).delete();
}

/** So many days before, in UTC. */
export function dayOf(now: Date, before: number): string {
  return new Date(now.getTime() - before * dayMs).toISOString().slice(0, 10);
}
