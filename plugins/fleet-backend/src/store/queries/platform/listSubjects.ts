import type {
  Facets,
  Freshness,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { statesByUrgency } from '@fleetcommander/backstage-plugin-fleet-common';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { ListQuery } from '../../FleetQueryStore';
import { withoutNulls } from '../../sql/withoutNulls';
import { countFacets } from '../countFacets';
import { observedFreshness, type ObservedRow } from '../observation';
import { pagingOf, type OrderFields } from '../paging';
import type { QueryContext } from '../QueryContext';
import { shownOf } from '../readRecords';
import { whereSubject } from './platformFilters';
import { selectSubjects, type SubjectType } from './selectSubjects';

/** A record of the list, as it is now. */
export interface Subject<R extends FleetRecord> {
  id: string;
  cluster: string;
  environment?: string;
  region?: string;
  record: R;
  state: State;
  late: boolean;
  dueAt?: string;
  entityRefs: string[];
  ownerRefs: string[];
  freshness: Freshness;
}

interface SubjectRow extends ObservedRow {
  id: string;
  cluster: string;
  environment?: string;
  region?: string;
  data: string;
  shown_state: State;
  /** SQLite knows no booleans. */
  late: number | boolean;
  due_at?: string;
  entity_refs?: string;
  owner_refs?: string;
}

const urgency = `case records.shown_state ${statesByUrgency
  .map((state, index) => `when '${state}' then '${index}'`)
  .join(' ')} end`;

const orderFields: OrderFields = {
  state: `(${urgency}) || coalesce(records.ends_at, '9') || '/' || records.name`,
  name: 'records.name',
  namespace: "coalesce(records.namespace, '')",
  cluster: 'records.cluster',
  kind: 'records.kind',
  expires: "coalesce(records.ends_at, '9')",
  due: "coalesce(records.due_at, '9')",
};

const groupColumns = [
  'cluster',
  'environment',
  'region',
  'engine',
  'kind',
  'namespace',
  'shown_state',
  'owner_refs',
] as const;

/** Records of a type, what needs a person first and then what ends soonest. */
export async function listSubjects<R extends FleetRecord>(
  context: QueryContext,
  type: SubjectType,
  query: ListQuery,
): Promise<{
  items: Subject<R>[];
  totalItems: number;
  facets: Facets;
  pageInfo: { nextCursor?: string };
}> {
  const paging = pagingOf(query, {
    fields: orderFields,
    by: { field: 'state', order: 'asc' },
    id: 'records.id',
  });
  const from = (): Knex.QueryBuilder =>
    context.database.from(selectSubjects(context, type));
  const page = from().select('records.*');
  whereSubject(context, page, query);
  paging.apply(page);
  const [{ rows, pageInfo }, counts] = await Promise.all([
    page.then(found =>
      paging.finish<SubjectRow & { order_value: string }>(found),
    ),
    countFacets<(typeof groupColumns)[number]>(
      query.filter,
      {
        cluster: { column: 'cluster' },
        environment: { column: 'environment' },
        region: { column: 'region' },
        engine: { column: 'engine' },
        kind: { column: 'kind' },
        namespace: { column: 'namespace' },
        state: { column: 'shown_state' },
        owner: { column: 'owner_refs', valuesOf: refs => JSON.parse(refs) },
      },
      async filter => {
        const groups = from()
          .groupBy(groupColumns.map(name => `records.${name}`))
          .select(groupColumns.map(name => `records.${name}`))
          .count({ count: '*' });
        whereSubject(context, groups, { ...query, filter });
        return groups;
      },
    ),
  ]);
  return {
    items: rows.map(row => toSubject(withoutNulls<SubjectRow>(row), context)),
    ...counts,
    pageInfo,
  };
}

function toSubject<R extends FleetRecord>(
  row: SubjectRow,
  context: QueryContext,
): Subject<R> {
  return {
    id: row.id,
    cluster: row.cluster,
    environment: row.environment,
    region: row.region,
    record: JSON.parse(row.data),
    state: row.shown_state,
    late: Boolean(row.late),
    dueAt: row.due_at,
    entityRefs: row.entity_refs ? JSON.parse(row.entity_refs) : [],
    ownerRefs: row.owner_refs ? JSON.parse(row.owner_refs) : [],
    freshness: observedFreshness(row, context),
  };
}

/** What every item of these lists shows of its record. */
export function shownOfSubject<R extends FleetRecord>(subject: Subject<R>) {
  const { environment, region, state, entityRefs, ownerRefs } = subject;
  return {
    ...shownOf(subject),
    environment,
    region,
    state,
    entityRefs,
    ownerRefs,
  };
}
