import type {
  Pipeline,
  PipelineList,
  PipelineSummary,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { PromotionRules } from '../../../promotion/PromotionRules';
import type { Access, ListQuery } from '../../FleetQueryStore';
import { countFacets } from '../countFacets';
import {
  applyFilter,
  column,
  whereContains,
  type FilterKeys,
} from '../filters';
import { selectOfEntities, selectOfOwners } from '../linkedRecords';
import { pagingOf, type OrderFields } from '../paging';
import type { QueryContext } from '../QueryContext';
import { readPipelines } from './readPipelines';
import { wherePipelineVisible } from './wherePipelineVisible';

/** Covers nothing at all. */
export const nothing: Access = {
  clusters: false,
  applications: false,
  claims: false,
};

const orderFields: OrderFields = {
  application: 'promotion_applications.application',
  pipeline: "coalesce(promotion_applications.pipeline, '')",
  repository: 'promotion_applications.repository',
};

const filters: FilterKeys = {
  id: column('promotion_applications.id'),
  application: column('promotion_applications.application'),
  pipeline: column('promotion_applications.pipeline'),
  repository: column('promotion_applications.repository'),
  environment(query, values) {
    query.whereIn('promotion_applications.id', ids =>
      ids
        .from('promotion_overlays')
        .whereIn('environment', [...values])
        .select('application_id'),
    );
  },
  owner(query, values) {
    query.whereIn('promotion_applications.id', ids =>
      selectOfOwners(ids, values),
    );
  },
  entity(query, values) {
    query.whereIn('promotion_applications.id', ids =>
      selectOfEntities(ids, values),
    );
  },
};

const groupColumns = ['pipeline', 'repository', 'owner_refs'] as const;

/** Every application that has overlays, by name. */
export async function listPipelines(
  context: QueryContext,
  rules: PromotionRules,
  query: ListQuery,
): Promise<PipelineList> {
  const { database } = context;
  const paging = pagingOf(query, {
    fields: orderFields,
    by: { field: 'application', order: 'asc' },
    id: 'promotion_applications.id',
  });
  const page: Knex.QueryBuilder = database('promotion_applications').select(
    'promotion_applications.id',
  );
  wherePipeline(database, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish<{
    id: string;
    order_value: unknown;
  }>(await page);
  const pipelines = await readPipelines(
    context,
    rules,
    rows.map(({ id }) => id),
    { access: query.access, promote: nothing },
  );
  return {
    items: pipelines.map(toSummary),
    ...(await countGroups(database, query)),
    pageInfo,
  };
}

/** The ids of the pipelines of entities that the access covers, by name. */
export async function pipelinesOf(
  database: Knex,
  entityRefs: readonly string[],
  access: Access,
): Promise<string[]> {
  const query: Knex.QueryBuilder = database('promotion_applications')
    .orderBy([
      'promotion_applications.application',
      'promotion_applications.id',
    ])
    .pluck('promotion_applications.id');
  wherePipeline(database, query, {
    access,
    filter: [{ entity: [...entityRefs] }],
  });
  return query;
}

/** Narrows a query on `promotion_applications` to what the caller may see and asks for. */
export function wherePipeline(
  database: Knex,
  query: Knex.QueryBuilder,
  { access, filter, text }: Pick<ListQuery, 'access' | 'filter' | 'text'>,
): void {
  wherePipelineVisible(database, query, 'promotion_applications.id', access);
  applyFilter(query, filter, filters);
  if (text) {
    whereContains(query, 'promotion_applications.search', text);
  }
}

function toSummary(pipeline: Pipeline): PipelineSummary {
  const { id, application, entityRefs, ownerRefs, stages, problems } = pipeline;
  return {
    id,
    pipelineId: id,
    application,
    entityRefs,
    ownerRefs,
    pipeline: pipeline.pipeline,
    stages: stages.map(stage => ({
      name: stage.name,
      environment: stage.environment,
      overlays: stage.overlays.length,
      version: stage.version,
      versions: stage.versions,
      state: stage.state,
      lacks: stage.lacks
        .filter(({ ahead }) => !ahead)
        .reduce((sum, { moves }) => sum + moves.length, 0),
      promotion: stage.promotion?.state,
    })),
    problems: problems.length,
  };
}

async function countGroups(
  database: Knex,
  query: ListQuery,
): Promise<Pick<PipelineList, 'totalItems' | 'facets'>> {
  const columns = groupColumns.map(name => `promotion_applications.${name}`);
  return countFacets<(typeof groupColumns)[number]>(
    query.filter,
    {
      pipeline: { column: 'pipeline' },
      repository: { column: 'repository' },
      owner: { column: 'owner_refs', valuesOf: refs => JSON.parse(refs) },
    },
    async filter => {
      const groups: Knex.QueryBuilder = database('promotion_applications')
        .groupBy(columns)
        .select(columns)
        .count({ count: '*' });
      wherePipeline(database, groups, { ...query, filter });
      return groups;
    },
  );
}
