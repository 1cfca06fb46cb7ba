import { InputError } from '@backstage/errors';
import {
  promotionEventTypes,
  type PromotionEvent,
  type PromotionEventList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../../FleetQueryStore';
import { withoutNulls } from '../../sql/withoutNulls';
import {
  applyFilter,
  column,
  oneOf,
  whereContains,
  type FilterKeys,
} from '../filters';
import { selectOfEntities, selectOfOwners } from '../linkedRecords';
import { pagingOf } from '../paging';
import { wherePipelineVisible } from './wherePipelineVisible';

interface Row {
  id: string;
  at: string;
  type: PromotionEvent['type'];
  summary: string;
  actor?: string;
  promotion_id?: string;
  application?: string;
  stage?: string;
  environment?: string;
  from_version?: string;
  to_version?: string;
  url?: string;
  entity_refs?: string;
}

const filters: FilterKeys = {
  type: oneOf('type', 'promotion_events.type', promotionEventTypes),
  actor: column('promotion_events.actor'),
  application: column('promotion_events.application'),
  pipeline: column('promotion_events.application_id'),
  promotion: column('promotion_events.promotion_id'),
  stage: column('promotion_events.stage'),
  environment: column('promotion_events.environment'),
  owner(query, values) {
    whereOf(query, ids => selectOfOwners(ids, values));
  },
  entity(query, values) {
    whereOf(query, ids => selectOfEntities(ids, values));
  },
};

/** Of these pipelines, or, as a change of when nothing is promoted is, of all in a repository of theirs. */
function whereOf(
  query: Knex.QueryBuilder,
  select: (ids: Knex.QueryBuilder) => void,
): void {
  query.where(either =>
    either
      .whereIn('promotion_events.application_id', select)
      .orWhereIn('promotion_events.repository', repositories =>
        repositories
          .from('promotion_applications')
          .whereIn('id', select)
          .select('repository'),
      ),
  );
}

/** Who did what, newest first. */
export async function listPromotionEvents(
  database: Knex,
  query: ListQuery & { from?: string; until?: string },
): Promise<PromotionEventList> {
  const paging = pagingOf(query, {
    fields: { at: 'promotion_events.at' },
    by: { field: 'at', order: 'desc' },
    id: 'promotion_events.id',
  });
  const count: Knex.QueryBuilder = database('promotion_events').count({
    total: '*',
  });
  whereEvent(database, count, query);
  const [{ total }] = await count;
  const page: Knex.QueryBuilder = selectEvents(database);
  whereEvent(database, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish<Row & { order_value: unknown }>(
    await page,
  );
  return { items: rows.map(toEvent), totalItems: Number(total), pageInfo };
}

/** Events that a query is narrowed to. Who may see them was settled before. */
export async function readPromotionEvents(
  database: Knex,
  narrow: (events: Knex.QueryBuilder) => void,
): Promise<PromotionEvent[]> {
  const query: Knex.QueryBuilder = selectEvents(database);
  narrow(query);
  const rows: object[] = await query;
  return rows.map(toEvent);
}

function selectEvents(database: Knex): Knex.QueryBuilder {
  return database('promotion_events')
    .leftJoin(
      'promotion_applications',
      'promotion_applications.id',
      'promotion_events.application_id',
    )
    .select('promotion_events.*', 'promotion_applications.entity_refs');
}

function whereEvent(
  database: Knex,
  query: Knex.QueryBuilder,
  options: ListQuery & { from?: string; until?: string },
): void {
  const { access, filter, text, from, until } = options;
  // Freezes are of nobody alone; who sees no application at all sees none of them.
  query.where(visible => {
    visible.where(own => {
      own.whereRaw('1 = 1');
      wherePipelineVisible(
        database,
        own,
        'promotion_events.application_id',
        access,
      );
    });
    if (access.applications !== false) {
      visible.orWhereNull('promotion_events.application_id');
    }
  });
  applyFilter(query, filter, filters);
  if (text) {
    whereContains(query, 'lower(promotion_events.summary)', text);
  }
  if (from !== undefined) {
    query.where('promotion_events.at', '>=', timeOf('from', from));
  }
  if (until !== undefined) {
    query.where('promotion_events.at', '<=', timeOf('until', until));
  }
}

function timeOf(name: string, value: string): string {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) {
    throw new InputError(
      `${name} is a time such as 2026-11-20T10:00:00Z, not ${JSON.stringify(
        value,
      )}`,
    );
  }
  return time.toISOString();
}

function toEvent(found: object): PromotionEvent {
  const row = withoutNulls<Row>(found);
  return {
    id: row.id,
    at: row.at,
    type: row.type,
    summary: row.summary,
    actor: row.actor,
    promotionId: row.promotion_id,
    application: row.application,
    stage: row.stage,
    environment: row.environment,
    from: row.from_version,
    to: row.to_version,
    url: row.url,
    entityRefs: row.entity_refs ? JSON.parse(row.entity_refs) : [],
  };
}
