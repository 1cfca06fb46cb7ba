import { policyControls } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../../FleetQueryStore';
import { groupBy } from '../../sql/groupBy';
import { rowFilter } from './coverageFilter';
import { nameOfPolicy } from './nameOfPolicy';
import { wherePolicy } from './policyFilters';

/** What a row of the coverage is of. */
export interface CoverageSubject {
  /** Of the policy or the control. */
  id: string;
  type: 'policy' | 'control';
  title: string;
  description?: string;
  /** What a baseline calls it; absent where another row answers for the name. */
  demandedAs?: string;
  engines: string[];
  deviations: number;
}

type Counted = { id: string; clusters: number | string };

/**
 * What the coverage has rows of: what any cluster has, and what a baseline demands, whether any cluster has it or not. Most deviations
 * first.
 */
export async function listCoverageRows(
  database: Knex,
  query: ListQuery & { groupBy?: 'policy' | 'control' },
  deviations: ReadonlyMap<string, number>,
): Promise<CoverageSubject[]> {
  const filter = rowFilter(query.filter);
  const asked = filter?.some(part => Object.keys(part).length > 0);
  const narrowed = Boolean(asked || query.text);
  const narrow = (policies: Knex.QueryBuilder) =>
    wherePolicy(database, policies, { ...query, filter });
  const rows =
    query.groupBy === 'control'
      ? await listControls(database, narrow, narrowed ? [] : deviations.keys())
      : await listNames(database, narrow, narrowed ? [] : deviations.keys());
  return rows
    .map(row => ({
      ...row,
      deviations: deviations.get(row.demandedAs ?? '') ?? 0,
    }))
    .sort(
      (a, b) =>
        b.deviations - a.deviations ||
        (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1),
    );
}

type Uncounted = Omit<CoverageSubject, 'deviations'>;

async function listNames(
  database: Knex,
  narrow: (policies: Knex.QueryBuilder) => void,
  demanded: Iterable<string>,
): Promise<Uncounted[]> {
  const query: Knex.QueryBuilder = database('policies')
    .groupBy('policies.key')
    .select('policies.key as id')
    .countDistinct({ clusters: 'policies.cluster' });
  narrow(query);
  const counted: Counted[] = await query;
  const policies = counted
    .map(({ id, clusters }) => ({
      ...nameOfPolicy(id, undefined),
      clusters: Number(clusters),
    }))
    .sort((a, b) => b.clusters - a.clusters || (a.id < b.id ? -1 : 1));
  const byName = groupBy(policies, ({ name }) => name);
  const nowhere = [...demanded].filter(name => !byName.has(name));
  return [
    ...policies.map(
      ({ id, engine, name }): Uncounted => ({
        id,
        type: 'policy',
        title: name,
        // Where several engines have one of the name, that of most clusters answers for it.
        demandedAs: byName.get(name)?.[0].id === id ? name : undefined,
        engines: [engine],
      }),
    ),
    ...nowhere.map(
      (name): Uncounted => ({
        id: name,
        type: 'policy',
        title: name,
        description: 'A baseline names it, and no cluster has it.',
        demandedAs: name,
        engines: [],
      }),
    ),
  ];
}

async function listControls(
  database: Knex,
  narrow: (policies: Knex.QueryBuilder) => void,
  demanded: Iterable<string>,
): Promise<Uncounted[]> {
  const query: Knex.QueryBuilder = database('policy_controls')
    .join('policies', 'policies.id', 'policy_controls.policy_id')
    .distinct('policy_controls.control', 'policies.engine');
  narrow(query);
  const found: { control: string; engine: string }[] = await query;
  const engines = groupBy(found, ({ control }) => control);
  const ids = new Set([...engines.keys(), ...demanded]);
  return policyControls
    .filter(({ id }) => ids.has(id))
    .map(({ id, title, description }) => ({
      id,
      type: 'control',
      title,
      description,
      demandedAs: id,
      engines: (engines.get(id) ?? []).map(({ engine }) => engine).sort(),
    }));
}
