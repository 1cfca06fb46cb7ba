import type {
  PolicyCoverage,
  PolicyCoverageCell,
  PolicyCoverageRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import { demandsOf, type Demand } from '../../../policy/demandsOf';
import { deviationOf } from '../../../policy/deviationOf';
import type { ListQuery } from '../../FleetQueryStore';
import type { PolicyRow } from '../../rows/PolicyRow';
import { groupBy } from '../../sql/groupBy';
import { whereClusterVisible } from '../conditions';
import { pageOf } from '../pageOf';
import type { QueryContext } from '../QueryContext';
import { whereColumn } from './coverageFilter';
import { listCoverageRows, type CoverageSubject } from './coverageRows';
import { lackingOf, type Lacking } from './lackingOf';
import { nameOfPolicy } from './nameOfPolicy';
import { readCoverageWindow, type CoverageWindow } from './readCoverageWindow';
import { readPolicyClusters, type PolicyCluster } from './readPolicyClusters';
import { standingsOf } from './standingsOf';

/** Which window of the coverage. */
export interface CoverageQuery extends ListQuery {
  groupBy?: 'policy' | 'control';
  deviations?: boolean;
  columnOffset: number;
  columnLimit: number;
}

/** Policies, or controls, by clusters: how each stands, and what falls short of the baselines. */
export async function getPolicyCoverage(
  context: QueryContext,
  query: CoverageQuery,
): Promise<PolicyCoverage> {
  const { database, environments, baselines } = context;
  const { access, filter, columnOffset, columnLimit } = query;
  const of = query.groupBy === 'control' ? 'controls' : 'policies';
  const demands = demandsOf(baselines(), of, environments);
  const clusters = await readPolicyClusters(context, access, columns =>
    whereColumn(columns, filter),
  );
  const shown = clusters.slice(columnOffset, columnOffset + columnLimit);
  const lacking = () => askLacking(database, demands, of, query);
  const byName = await countLacking(demands, lacking, 'name');
  const byCluster = await countLacking(demands, lacking, 'cluster');
  const subjects = await listCoverageRows(database, query, byName);
  const page = pageOf(
    query.deviations
      ? subjects.filter(({ deviations }) => deviations > 0)
      : subjects,
    query,
  );
  const window = await readCoverageWindow(context, access, page.items, shown);
  const short = await readLacking(demands, lacking, page.items, shown);
  return {
    columns: shown.map(column => ({
      cluster: column.name,
      entityRef: column.entityRef,
      environment: column.environment,
      region: column.region,
      engines: [...column.engines],
      deviations: byCluster.get(column.name) ?? 0,
      freshness: column.freshness,
    })),
    totalColumns: clusters.length,
    ...page,
    items: page.items.map(subject =>
      toRow(subject, shown, { window, demands, short }),
    ),
    deviations: [...byName.values()].reduce((sum, count) => sum + count, 0),
  };
}

function toRow(
  subject: CoverageSubject,
  columns: readonly PolicyCluster[],
  around: {
    window: CoverageWindow;
    demands: readonly Demand[];
    short: ReadonlySet<string>;
  },
): PolicyCoverageRow {
  const { window, demands, short } = around;
  const { id, type, title, description, demandedAs, engines } = subject;
  const { rows, usualContent, first } = window.of(subject);
  const standings = standingsOf(rows, columns, { engines, usualContent });
  const byCluster = groupBy(rows, ({ cluster }) => cluster);
  const due = demands.filter(({ name }) => name === demandedAs);
  return {
    id,
    type,
    title: first?.title ?? title,
    description: first?.description ?? description,
    engines,
    severity: first?.severity,
    deviations: subject.deviations,
    cells: columns.map((column): PolicyCoverageCell => {
      const standing = standings.get(column.name)!;
      const here = byCluster.get(column.name) ?? [];
      const demand = due.find(
        ({ environment }) => environment === (column.environment ?? ''),
      );
      const falls = demand && short.has(`${demand.name}\n${column.name}`);
      return {
        cluster: column.name,
        state: standing.state,
        summary: standing.summary,
        policies: toldPolicies(here),
        demanded: demand?.mode,
        deviation: falls ? deviationOf(standing, demand) : undefined,
        failing: window.failing(here, column.name),
      };
    }),
  };
}

/** Strongest first; of what several namespaces have each for itself, one. */
function toldPolicies(
  rows: readonly PolicyRow[],
): PolicyCoverageCell['policies'] {
  const strongestFirst = [...rows].sort(
    (a, b) =>
      Number(a.namespace !== undefined) - Number(b.namespace !== undefined) ||
      a.strength - b.strength,
  );
  return [...groupBy(strongestFirst, ({ key }) => key)].map(
    ([key, [first, ...others]]) => ({
      ...nameOfPolicy(key, first.title),
      word: wordOf([first, ...others]),
    }),
  );
}

/** As the engine writes what they do. */
function wordOf(rows: readonly PolicyRow[]): string | undefined {
  const words = rows.flatMap(({ bindings }) =>
    (JSON.parse(bindings) as { word: string }[]).map(({ word }) => word),
  );
  return [...new Set(words)].join(', ') || undefined;
}

function askLacking(
  database: Knex,
  demands: readonly Demand[],
  of: 'policies' | 'controls',
  { access, filter }: ListQuery,
): Knex.QueryBuilder {
  const columns = database('clusters').select('clusters.name');
  whereClusterVisible(columns, access);
  whereColumn(columns, filter);
  return lackingOf(database, demands, of, columns);
}

async function countLacking(
  demands: readonly Demand[],
  lacking: () => Knex.QueryBuilder,
  by: keyof Lacking,
): Promise<Map<string, number>> {
  if (demands.length === 0) {
    return new Map();
  }
  const rows: { key: string; count: number | string }[] = await lacking()
    .groupBy(`due.${by}`)
    .select(`due.${by} as key`)
    .count({ count: '*' });
  const counts = new Map(
    // What is demanded and met everywhere has its row too.
    by === 'name' ? demands.map(({ name }) => [name, 0]) : [],
  );
  rows.forEach(({ key, count }) => counts.set(key, Number(count)));
  return counts;
}

/** `name\ncluster` of what falls short in the window. */
async function readLacking(
  demands: readonly Demand[],
  lacking: () => Knex.QueryBuilder,
  subjects: readonly CoverageSubject[],
  columns: readonly PolicyCluster[],
): Promise<Set<string>> {
  const names = subjects.flatMap(({ demandedAs }) => demandedAs ?? []);
  if (demands.length === 0 || names.length === 0) {
    return new Set();
  }
  const rows: Lacking[] = await lacking()
    .whereIn('due.name', names)
    .whereIn(
      'due.cluster',
      columns.map(({ name }) => name),
    )
    .select('due.name', 'due.cluster');
  return new Set(rows.map(({ name, cluster }) => `${name}\n${cluster}`));
}
