import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ClaimRules } from '../../claims/ClaimRules';
import type { BootstrapItem, MadeCluster } from '../../claims/steps/ClaimFacts';
import type { StoredEngine } from '../poll/aggregateCluster';
import { clusterEntityRef } from '../queries/toCluster';
import type { ClusterRow } from '../rows/ClusterRow';
import { chunks } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import { deliveringEngines } from './deliveringEngines';

type Row = Pick<
  ClusterRow,
  | 'name'
  | 'outcome'
  | 'message'
  | 'summary'
  | 'last_contact_at'
  | 'found_engines'
  | 'engines'
>;

interface Delivered {
  at_cluster: string;
  engine: string;
  namespace: string | null;
  name: string;
  state: State;
  summary: string;
}

/** A cluster that a claim made, with what it was given. */
export interface ReadCluster {
  cluster: MadeCluster;
  bootstrap: BootstrapItem[];
}

const delivery = ['flux', 'argocd'];

/** Reads clusters of the fleet by their names; what they were given only of those that are asked for. */
export async function readMadeClusters(
  database: Knex,
  names: readonly string[],
  options: { rules: ClaimRules; bootstrapOf: ReadonlySet<string> },
): Promise<Map<string, ReadCluster>> {
  const { rules, bootstrapOf } = options;
  const found = new Map<string, ReadCluster>();
  for (const some of chunks(names)) {
    const rows: object[] = await database('clusters')
      .whereIn('name', some)
      .select(
        'name',
        'outcome',
        'message',
        'summary',
        'last_contact_at',
        'found_engines',
        'engines',
      );
    const clusters = rows.map(row => withoutNulls<Row>(row));
    const looked = clusters
      .map(({ name }) => name)
      .filter(name => bootstrapOf.has(name));
    const applications = await readApplications(database, looked, rules);
    const policies = await readPolicies(database, looked, rules);
    const delivering = await deliveringEngines(database, looked);
    for (const row of clusters) {
      found.set(row.name, {
        cluster: {
          entityRef: clusterEntityRef(row.name),
          reachable: row.outcome === 'ok',
          reached: row.last_contact_at !== undefined,
          summary: row.message ?? row.summary,
        },
        bootstrap: bootstrapOf.has(row.name)
          ? bootstrapItems(
              enginesOf(row, delivering.get(row.name) ?? []),
              applications.get(row.name) ?? [],
              policies.get(row.name) ?? new Set(),
              rules,
            )
          : [],
      });
    }
  }
  return found;
}

async function readApplications(
  database: Knex,
  clusters: readonly string[],
  { bootstrap }: ClaimRules,
): Promise<Map<string, Delivered[]>> {
  const patterns = bootstrap.flatMap(({ applications }) => applications);
  if (patterns.length === 0 || clusters.length === 0) {
    return new Map();
  }
  const rows: Delivered[] = await database('applications')
    .whereIn('at_cluster', [...clusters])
    .where(any => {
      for (const pattern of patterns) {
        const [namespace, name] = pattern.split('/').map(toLike);
        any.orWhere(one =>
          one
            .whereRaw(`coalesce(namespace, '') like ? escape '\\'`, [namespace])
            .whereRaw(`name like ? escape '\\'`, [name]),
        );
      }
    })
    .select('at_cluster', 'engine', 'namespace', 'name', 'state', 'summary');
  return groupBy(rows, ({ at_cluster: cluster }) => cluster);
}

function toLike(pattern: string): string {
  return pattern.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%');
}

async function readPolicies(
  database: Knex,
  clusters: readonly string[],
  { bootstrap }: ClaimRules,
): Promise<Map<string, Set<string>>> {
  const names = bootstrap.flatMap(({ policies }) => policies);
  const rows: { cluster: string; name: string }[] =
    names.length > 0
      ? await database('policies')
          .whereIn('cluster', [...clusters])
          .whereIn('name', names)
          .distinct('cluster', 'name')
      : [];
  return new Map(
    [...groupBy(rows, ({ cluster }) => cluster)].map(([cluster, some]) => [
      cluster,
      new Set(some.map(({ name }) => name)),
    ]),
  );
}

type Engines = ReadonlyMap<string, Pick<StoredEngine, 'state' | 'summary'>>;

function enginesOf(row: Row, delivering: readonly string[]): Engines {
  const names: string[] = row.found_engines
    ? JSON.parse(row.found_engines)
    : [];
  const told: StoredEngine[] = row.engines ? JSON.parse(row.engines) : [];
  const absent = delivering.filter(name => !names.includes(name));
  return new Map([
    ...absent.map(
      name =>
        [
          name,
          { state: 'healthy', summary: 'delivers to it from elsewhere' },
        ] as const,
    ),
    ...names.map(
      name =>
        [
          name,
          told.find(engine => engine.name === name) ?? {
            state: 'healthy',
            summary: 'installed',
          },
        ] as const,
    ),
  ]);
}

function bootstrapItems(
  engines: Engines,
  applications: readonly Delivered[],
  policies: ReadonlySet<string>,
  { bootstrap }: ClaimRules,
): BootstrapItem[] {
  if (bootstrap.length === 0) {
    return engineItems(delivery, engines);
  }
  return bootstrap.map(demand => {
    const items = [
      ...engineItems(demand.engines, engines),
      ...demand.applications.map(name => applicationItem(name, applications)),
      ...demand.policies.map(
        (name): BootstrapItem => ({
          title: name,
          state: policies.has(name) ? 'healthy' : 'progressing',
          summary: policies.has(name)
            ? `policy ${name} is there`
            : `policy ${name} is not there yet`,
        }),
      ),
    ];
    const open = items.filter(({ state }) => state !== 'healthy');
    const worst = open.find(({ state }) => state === 'failing') ?? open[0];
    return {
      title: demand.title,
      state: worst?.state ?? 'healthy',
      summary: worst
        ? open.map(({ summary }) => summary).join(', ')
        : items.map(({ title }) => title).join(', '),
    };
  });
}

/** Those that are installed; one of them has to be. */
function engineItems(
  names: readonly string[],
  engines: Engines,
): BootstrapItem[] {
  if (names.length === 0) {
    return [];
  }
  const items = names.flatMap((name): BootstrapItem[] => {
    const engine = engines.get(name);
    return engine
      ? [
          {
            title: name,
            state: engine.state,
            summary: `${name} is ${engine.state}: ${engine.summary}`,
          },
        ]
      : [];
  });
  const title = names.join(' or ');
  return items.length > 0
    ? items
    : [
        {
          title,
          state: 'progressing',
          summary: `${title} is not installed yet`,
        },
      ];
}

function applicationItem(
  pattern: string,
  applications: readonly Delivered[],
): BootstrapItem {
  const wanted = new RegExp(
    `^${pattern
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')}$`,
  );
  const found = applications.filter(({ namespace, name }) =>
    wanted.test(`${namespace ?? ''}/${name}`),
  );
  const open = found.filter(({ state }) => state !== 'healthy');
  const worst = open.find(({ state }) => state === 'failing') ?? open[0];
  if (found.length === 0) {
    return {
      title: pattern,
      state: 'progressing',
      summary: `no application ${pattern} yet`,
    };
  }
  return {
    title: pattern,
    state: worst?.state ?? 'healthy',
    summary: worst
      ? `${worst.namespace}/${worst.name}: ${worst.summary}`
      : `${found.length} healthy`,
  };
}
