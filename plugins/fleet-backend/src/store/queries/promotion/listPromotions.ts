import {
  promotionActions,
  promotionStates,
  type PromotionDetail,
  type PromotionList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { PromotionRules } from '../../../promotion/PromotionRules';
import type { Access, ListQuery } from '../../FleetQueryStore';
import type { PromotionRow } from '../../rows/PromotionRow';
import { withoutNulls } from '../../sql/withoutNulls';
import { countFacets } from '../countFacets';
import {
  applyFilter,
  choice,
  column,
  notBefore,
  oneOf,
  whereContains,
  type FilterKeys,
} from '../filters';
import { selectOfEntities, selectOfOwners } from '../linkedRecords';
import { pagingOf, type OrderFields } from '../paging';
import type { QueryContext } from '../QueryContext';
import { readPromotionEvents } from './listPromotionEvents';
import { readPromotions } from './readPromotions';
import { wherePipelineVisible } from './wherePipelineVisible';

const orderFields: OrderFields = {
  state: 'promotions.urgency',
  createdAt: 'promotions.created_at',
  endedAt: "coalesce(promotions.ended_at, '')",
  application: 'promotions.application',
  environment: 'promotions.environment',
  progressAt: 'promotions.progress_at',
};

const filters: FilterKeys = {
  id: column('promotions.id'),
  pipeline: column('promotions.application_id'),
  application: column('promotions.application'),
  state: oneOf('state', 'promotions.state', promotionStates),
  action: oneOf('action', 'promotions.action', promotionActions),
  environment: column('promotions.environment'),
  stage: column('promotions.to_stage'),
  requester: column('promotions.requester'),
  stuck: choice('stuck', {
    true: query => query.whereNotNull('promotions.stuck'),
    false: query => query.whereNull('promotions.stuck'),
  }),
  ended: choice('ended', {
    true: query => query.whereNotNull('promotions.ended_at'),
    false: query => query.whereNull('promotions.ended_at'),
  }),
  createdSince: notBefore('createdSince', 'promotions.created_at'),
  endedSince: notBefore('endedSince', 'promotions.ended_at'),
  owner(query, values) {
    query.whereIn('promotions.application_id', ids =>
      selectOfOwners(ids, values),
    );
  },
  entity(query, values) {
    query.whereIn('promotions.application_id', ids =>
      selectOfEntities(ids, values),
    );
  },
};

const groupColumns = [
  'state',
  'action',
  'environment',
  'application',
  'owner_refs',
] as const;

/** Promotions; what waits for a person first. */
export async function listPromotions(
  context: QueryContext,
  rules: PromotionRules,
  query: ListQuery,
): Promise<PromotionList> {
  const { database } = context;
  const paging = pagingOf(query, {
    fields: orderFields,
    by: { field: 'state', order: 'asc' },
    id: 'promotions.id',
  });
  const page = database('promotions').select('promotions.*');
  wherePromotion(database, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish<
    PromotionRow & { order_value: unknown }
  >(await page);
  return {
    items: await readPromotions(
      context,
      rules,
      rows.map(row => withoutNulls<PromotionRow>(row)),
      query.access,
    ),
    ...(await countGroups(database, query)),
    pageInfo,
  };
}

/** One promotion with what became of it. */
export async function getPromotion(
  context: QueryContext,
  rules: PromotionRules,
  id: string,
  access: Access,
): Promise<PromotionDetail | undefined> {
  const { database } = context;
  const one = database('promotions').where('promotions.id', id);
  wherePromotion(database, one, { access });
  const rows: object[] = await one;
  const [promotion] = await readPromotions(
    context,
    rules,
    rows.map(row => withoutNulls<PromotionRow>(row)),
    access,
  );
  return (
    promotion && {
      promotion,
      events: await readPromotionEvents(database, query =>
        query
          .where('promotion_events.promotion_id', id)
          .orderBy(['promotion_events.at', 'promotion_events.id']),
      ),
    }
  );
}

/** Narrows a query on `promotions` to what the caller may see and asks for. */
export function wherePromotion(
  database: Knex,
  query: Knex.QueryBuilder,
  { access, filter, text }: Pick<ListQuery, 'access' | 'filter' | 'text'>,
): void {
  wherePipelineVisible(database, query, 'promotions.application_id', access);
  applyFilter(query, filter, filters);
  if (text) {
    whereContains(query, 'promotions.search', text);
  }
}

async function countGroups(
  database: Knex,
  query: ListQuery,
): Promise<Pick<PromotionList, 'totalItems' | 'facets'>> {
  const columns = groupColumns.map(name =>
    name === 'owner_refs'
      ? 'promotion_applications.owner_refs'
      : `promotions.${name}`,
  );
  return countFacets<(typeof groupColumns)[number]>(
    query.filter,
    {
      state: { column: 'state' },
      action: { column: 'action' },
      environment: { column: 'environment' },
      application: { column: 'application' },
      owner: { column: 'owner_refs', valuesOf: refs => JSON.parse(refs) },
    },
    async filter => {
      const groups: Knex.QueryBuilder = database('promotions')
        .leftJoin(
          'promotion_applications',
          'promotion_applications.id',
          'promotions.application_id',
        )
        .groupBy(columns)
        .select(columns)
        .count({ count: '*' });
      wherePromotion(database, groups, { ...query, filter });
      return groups;
    },
  );
}
