import {
  statesByUrgency,
  type Matrix,
  type MatrixCell,
  type MatrixColumn,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../FleetQueryStore';
import type { ApplicationRow } from '../rows/ApplicationRow';
import type { ClusterRow } from '../rows/ClusterRow';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import { whereApplication } from './applicationFilters';
import { byPromotion } from './byPromotion';
import { majorityVersions } from './majorityVersions';
import { pagingOf } from './paging';
import type { QueryContext } from './QueryContext';
import { clusterEntityRef, clusterFreshness } from './toCluster';

/** Which window of the matrix. */
export interface MatrixQuery extends ListQuery {
  differences?: boolean;
  groupBy?: 'owner' | 'system';
  columnOffset: number;
  columnLimit: number;
}

/** What applications of a row have in common, where they are alike in it. */
interface RowGroup {
  delivery_key: string;
  environment?: string;
  version: string;
  engine: string;
  entity_refs?: string;
  owner_refs?: string;
  urgency: number;
  count: number | string;
}

/** What a group is called, of the applications of a row; what is in none comes last. */
const groupNames = {
  owner: "coalesce(min(applications.owner_refs), '~')",
  system: "coalesce(min(entity_systems.system), '~')",
};

/** A version, or what stands for it. */
const version = "coalesce(applications.version, applications.revision, '')";

/** Delivery keys by clusters. */
export async function getMatrix(
  context: QueryContext,
  query: MatrixQuery,
): Promise<Matrix> {
  const { columnOffset, columnLimit } = query;
  const columns = await readColumns(context, query);
  const shown = columns.slice(columnOffset, columnOffset + columnLimit);
  const { rows, pageInfo, totalItems } = await readKeys(context, query);
  const keys = rows.map(({ id }) => id);
  const groups = groupBy(
    await readGroups(context, query, keys),
    row => row.delivery_key,
  );
  const cells = groupBy(
    await readCells(context, query, { keys, columns: shown }),
    ({ deliveryKey }) => deliveryKey,
  );
  return {
    columns: shown,
    totalColumns: columns.length,
    items: rows.map(({ id, title, group_name }) => {
      const alike = groups.get(id) ?? [];
      const majority = majorityVersions(alike);
      return {
        deliveryKey: id,
        title,
        ...rowOf(alike),
        groupRef: groupRefOf(group_name),
        cells: (cells.get(id) ?? []).map(({ cell, environment = '' }) => {
          const usual = majority.get(environment);
          const own = cell.version ?? cell.revision ?? '';
          return { ...cell, odd: usual !== undefined && own !== usual };
        }),
      };
    }),
    totalItems,
    pageInfo,
  };
}

/** Clusters where anything that is asked for runs, in promotion order. */
async function readColumns(
  context: QueryContext,
  query: MatrixQuery,
): Promise<MatrixColumn[]> {
  const { database, environments } = context;
  const used = matrixApplications(database, query).distinct(
    'applications.target_cluster',
  );
  const rows: object[] = await database('clusters')
    .whereIn('name', used)
    .select(
      'name',
      'environment',
      'region',
      'state',
      'outcome',
      'message',
      'last_contact_at',
    );
  return rows
    .map(row => withoutNulls<ClusterRow>(row))
    .sort(byPromotion(environments))
    .map(row => ({
      cluster: row.name,
      entityRef: clusterEntityRef(row.name),
      environment: row.environment,
      region: row.region,
      state: row.state,
      freshness: clusterFreshness(row, context),
    }));
}

/** The page of rows, ordered by their groups, then by their titles. */
async function readKeys({ database }: QueryContext, query: MatrixQuery) {
  const title = 'min(applications.title)';
  const group = query.groupBy && groupNames[query.groupBy];
  const paging = pagingOf(query, {
    fields: {
      title: group ? bytewise(database, `${group} || '\n' || ${title}`) : title,
    },
    by: { field: 'title', order: 'asc' },
    id: 'applications.delivery_key',
    grouped: true,
  });
  const keys = () => {
    const grouped = matrixApplications(database, query).groupBy(
      'applications.delivery_key',
    );
    if (query.groupBy === 'system') {
      grouped
        .leftJoin('links', 'links.record_id', 'applications.id')
        .leftJoin('entity_systems', 'entity_systems.ref', 'links.ref');
    }
    return query.differences
      ? grouped.havingRaw(`count(distinct ${version}) > 1`)
      : grouped;
  };
  const page = keys().select({
    id: 'applications.delivery_key',
    title: database.raw(title),
    ...(group && { group_name: database.raw(group) }),
  });
  paging.apply(page);
  const [{ count }] = await database
    .from(keys().select('applications.delivery_key').as('delivery_keys'))
    .count({ count: '*' });
  const { rows, pageInfo } = paging.finish<{
    id: string;
    title: string;
    group_name?: string;
    order_value: string;
  }>(await page);
  return { rows, pageInfo, totalItems: Number(count) };
}

/** Ordered as its bytes are, so that no rule of a language puts a group in between the rows of another. */
function bytewise(database: Knex, expression: string): string {
  const collation = database.client.config.client === 'pg' ? '"C"' : 'binary';
  return `(${expression}) collate ${collation}`;
}

/** Owners are a list in JSON, the first of which the row is counted to; a system is its ref. */
function groupRefOf(name: string | undefined): string | undefined {
  if (!name || name === '~') {
    return undefined;
  }
  return name.startsWith('[') ? JSON.parse(name)[0] : name;
}

async function readGroups(
  { database }: QueryContext,
  query: MatrixQuery,
  keys: readonly string[],
): Promise<RowGroup[]> {
  const columns = [
    'applications.delivery_key',
    'clusters.environment',
    'applications.engine',
    'applications.entity_refs',
    'applications.owner_refs',
  ];
  const rows: object[] = await matrixApplications(database, query)
    .join('clusters', 'clusters.name', 'applications.target_cluster')
    .whereIn('applications.delivery_key', [...keys])
    .groupBy([...columns, database.raw(version)])
    .select(columns)
    .select({ version: database.raw(version) })
    .min({ urgency: 'applications.urgency' })
    .count({ count: '*' });
  return rows.map(row => withoutNulls<RowGroup>(row));
}

function rowOf(groups: readonly RowGroup[]) {
  const [first] = groups;
  const entityRefs: string[] = first?.entity_refs
    ? JSON.parse(first.entity_refs)
    : [];
  const ownerRefs: string[] = first?.owner_refs
    ? JSON.parse(first.owner_refs)
    : [];
  const engines = new Set(groups.map(({ engine }) => engine));
  const urgency = Math.min(...groups.map(group => group.urgency));
  return {
    engine: [...engines].sort().join(', '),
    entityRef: entityRefs.length === 1 ? entityRefs[0] : undefined,
    ownerRef: ownerRefs[0],
    state: statesByUrgency[urgency] ?? 'unknown',
    differs: new Set(groups.map(group => group.version)).size > 1,
  };
}

interface PlacedCell {
  deliveryKey: string;
  environment?: string;
  cell: Omit<MatrixCell, 'odd'>;
}

async function readCells(
  { database }: QueryContext,
  query: MatrixQuery,
  window: { keys: readonly string[]; columns: readonly MatrixColumn[] },
): Promise<PlacedCell[]> {
  const columns = new Map(window.columns.map(item => [item.cluster, item]));
  const rows: object[] = await matrixApplications(database, query)
    .whereIn('applications.delivery_key', [...window.keys])
    .whereIn('applications.target_cluster', [...columns.keys()])
    // Where several stand in one cell, the one that needs a person most is shown.
    .orderBy(['applications.urgency', 'applications.id'])
    .select('applications.*');
  const cells = new Map<string, PlacedCell>();
  for (const row of rows) {
    const application = withoutNulls<ApplicationRow>(row);
    const column = columns.get(application.at_cluster);
    const key = `${application.delivery_key}\n${application.at_cluster}`;
    if (column && !cells.has(key)) {
      cells.set(key, {
        deliveryKey: application.delivery_key,
        environment: column.environment,
        cell: toCell(application, column),
      });
    }
  }
  return [...cells.values()];
}

function toCell(
  application: ApplicationRow,
  column: MatrixColumn,
): Omit<MatrixCell, 'odd'> {
  const { id, state, summary, since, version: own, revision } = application;
  return {
    id,
    cluster: column.cluster,
    version: own,
    revision,
    state,
    summary,
    since,
    images: JSON.parse(application.images),
    stale: column.freshness.stale,
  };
}

/** Applications whose target is known, as far as the caller may see them and asks for them. */
function matrixApplications(
  database: Knex,
  query: MatrixQuery,
): Knex.QueryBuilder {
  const applications = database('applications').whereNotNull(
    'applications.target_cluster',
  );
  whereApplication(database, applications, query);
  return applications;
}
