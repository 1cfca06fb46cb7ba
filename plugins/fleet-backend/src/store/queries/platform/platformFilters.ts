import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Access, ListQuery } from '../../FleetQueryStore';
import {
  applicationSubject,
  recordSubject,
  whereApplicationVisible,
  whereClusterNameVisible,
} from '../conditions';
import {
  applyFilter,
  choice,
  column,
  whereContains,
  type FilterKeys,
} from '../filters';
import type { QueryContext } from '../QueryContext';

const dayMs = 86_400_000;

/** What lists of secrets and of certificates can be filtered by. */
function filtersOf({ now }: QueryContext): FilterKeys {
  return {
    cluster: column('records.cluster'),
    environment: column('records.environment'),
    region: column('records.region'),
    engine: column('records.engine'),
    kind: column('records.kind'),
    namespace: column('records.namespace'),
    name: column('records.name'),
    state: column('records.shown_state'),
    late: choice('late', {
      true: query => query.where('records.late', true),
      false: query => query.where('records.late', false),
    }),
    owner: hasRef('records.owner_refs'),
    entity: hasRef('records.entity_refs'),
    expires(query, values) {
      const days = values.map(daysOf);
      const until = now().getTime() + Math.max(...days) * dayMs;
      query.where('records.ends_at', '<', new Date(until).toISOString());
    },
  };
}

function daysOf(value: string): number {
  const days = Number(value);
  if (value.trim() === '' || !(days >= 0 && days <= 36_500)) {
    throw new InputError(
      `Filter expires is a number of days such as 14, not ${JSON.stringify(
        value,
      )}`,
    );
  }
  return days;
}

/** By a column that holds refs as JSON. */
function hasRef(columnName: string): FilterKeys[string] {
  return (query, refs) =>
    query.where(either => {
      for (const ref of refs) {
        either.orWhere(one =>
          whereContains(one, `coalesce(lower(${columnName}), '')`, `"${ref}"`),
        );
      }
    });
}

/** Narrows a query on the subjects to what the caller may see and asks for. */
export function whereSubject(
  context: QueryContext,
  query: Knex.QueryBuilder,
  { access, filter, text }: Pick<ListQuery, 'access' | 'filter' | 'text'>,
): void {
  whereVisible(context.database, query, access);
  applyFilter(query, filter, filtersOf(context));
  if (text) {
    whereContains(
      query,
      "lower(records.name || ' ' || coalesce(records.namespace, '') || ' ' || records.cluster)",
      text,
    );
  }
}

/** What lies in a namespace is seen as what runs there, or as part of its application; all else with its cluster. */
function whereVisible(
  database: Knex,
  query: Knex.QueryBuilder,
  access: Access,
): void {
  whereClusterNameVisible(database, query, 'records.cluster', access);
  if (access.applications === true) {
    return;
  }
  query.where(visible => {
    visible
      .whereNull('records.namespace')
      .orWhere(itself =>
        whereApplicationVisible(database, itself, access, recordSubject),
      );
    if (access.applications !== false) {
      const owners = database('applications').select(
        'applications.target_cluster',
        'applications.owner_key',
      );
      whereApplicationVisible(database, owners, access, applicationSubject);
      visible.orWhereIn(['records.cluster', 'records.owner_key'], owners);
    }
  });
}
