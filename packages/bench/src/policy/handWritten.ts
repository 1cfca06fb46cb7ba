import type { Knex } from 'knex';
import { demanded } from './fillPolicyStore';

const open = "p.ended_at is null and p.verdict <> 'skip'";
const severities = ['critical', 'high', 'medium', 'low', 'info'];
const counts = severities
  .map(
    (severity, rank) =>
      `sum(case when p.rank = ${rank} then 1 else 0 end) as ${severity}`,
  )
  .join(', ');
const sums = severities.map(severity => `sum(${severity}) as ${severity}`);
const week = 7 * 24 * 60 * 60_000;

const by = {
  owner: {
    join: 'left join records g on g.id = p.record_id',
    column: 'g.owner_refs',
  },
  environment: {
    join: 'join clusters g on g.name = p.cluster',
    column: 'g.environment',
  },
};

/** Answers how many open results there are in all groups. */
export async function postureByHand(
  database: Knex,
  group: keyof typeof by,
): Promise<number> {
  const { join, column } = by[group];
  const since = new Date(Date.now() - week).toISOString();
  const rows = await ask<Record<string, number | string>>(
    database,
    // By resource first, in the order of an index, so that what is joined is little.
    `select ${column} as place, ${sums.join(
      ', ',
    )}, count(*) as resources, min(p.oldest) as oldest
       from (select p.record_id, p.cluster, p.resource, ${counts}, min(p.since) as oldest
               from policy_results p where ${open} group by p.record_id, p.cluster, p.resource) p
       ${join} group by ${column}`,
  );
  await ask(
    database,
    `select ${column} as place, sum(p.began) as began
       from (select p.record_id, p.cluster, count(*) as began
               from policy_results p where ${open} and p.since >= ? group by p.record_id, p.cluster) p
       ${join} group by ${column}`,
    [since],
  );
  await ask(
    database,
    `select ${column} as place, count(*) as ended
       from policy_results p ${join} where p.ended_at >= ? and p.verdict <> 'skip' group by ${column}`,
    [since],
  );
  await ask(
    database,
    `select cluster, count(distinct key) as policies, count(distinct case when strength = 0 and ready then key end) as enforced
       from policies where type in ('validate', 'verify-images', 'pod-security') group by cluster`,
  );
  return rows.reduce(
    (all, row) =>
      severities.reduce((sum, severity) => sum + Number(row[severity]), all),
    0,
  );
}

/** Answers how many results are open in a window of so many policies and clusters, those that fall short of the baseline first. */
export async function coverageByHand(
  database: Knex,
  window: { rows: number; columns: number },
): Promise<number> {
  const clusters = await ask<{ name: string }>(
    database,
    `select name, environment, region, outcome, last_contact_at, found_engines from clusters
       order by case environment when 'development' then 0 when 'staging' then 1 else 2 end, name`,
  );
  const lacking = await ask<{ name: string; count: number | string }>(
    database,
    `select d.name, count(*) as count
       from (select column1 as name from (values ${demanded
         .map(() => '(?)')
         .join(', ')}) as listed) d
       join clusters c on c.environment = 'production'
      where not exists (select 1 from policies p where p.cluster = c.name and p.name = d.name and p.strength = 0 and p.ready)
      group by d.name`,
    demanded,
  );
  const policies = await ask<{ key: string }>(
    database,
    `select key, count(distinct cluster) as clusters from policies group by key`,
  );
  const short = new Map(
    lacking.map(({ name, count }) => [name, Number(count)]),
  );
  const keys = policies
    .map(({ key }) => ({ key, name: key.slice(key.lastIndexOf(':') + 1) }))
    .sort(
      (one, other) =>
        (short.get(other.name) ?? 0) - (short.get(one.name) ?? 0) ||
        (one.name < other.name ? -1 : 1),
    )
    .slice(0, window.rows)
    .map(({ key }) => key);
  const columns = clusters.slice(0, window.columns).map(({ name }) => name);
  const within = (column: string) =>
    `${column} in (${keys.map(() => '?').join(', ')})`;
  const on = `cluster in (${columns.map(() => '?').join(', ')})`;
  await ask(
    database,
    `select p.*, r.data from policies p join records r on r.id = p.id where ${within(
      'p.key',
    )} and p.${on}`,
    [...keys, ...columns],
  );
  await ask(
    database,
    `select key, content_hash, count(distinct cluster) as clusters from policies where ${within(
      'key',
    )} group by key, content_hash`,
    keys,
  );
  const failing = await ask<{ count: number | string }>(
    database,
    `select p.policy_key, p.cluster, count(*) as count from policy_results p where ${open} and ${within(
      'p.policy_key',
    )} and p.${on} group by p.policy_key, p.cluster`,
    [...keys, ...columns],
  );
  return failing.reduce((sum, { count }) => sum + Number(count), 0);
}

async function ask<T>(
  database: Knex,
  sql: string,
  bindings: readonly string[] = [],
): Promise<T[]> {
  const answer = await database.raw(sql, [...bindings]);
  return Array.isArray(answer) ? answer : answer.rows;
}
