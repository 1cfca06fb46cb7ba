import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Pipeline } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Router } from 'express';
import type { FleetPermissions } from '../../permissions/FleetPermissions';
import type { VersionLinks } from '../../promotion/plan/VersionLinks';
import type { FleetPromotionStore } from '../../store/FleetPromotionStore';
import type { CallerOf } from '../createCallerOf';
import { sumEntities } from '../entities/sumEntities';
import { parseListQuery } from '../parseListQuery';
import type { RouteContext } from '../RouteContext';
import { entityPipelines } from './entityPipelines';

export interface PipelineRouteOptions {
  callerOf: CallerOf;
  links: Pick<VersionLinks, 'known'>;
  catalog: CatalogService;
  permissions: Pick<FleetPermissions, 'narrowApplications'>;
  polling: Pick<RouteContext['polling'], 'interest'>;
  store: { readonly promotions: FleetPromotionStore };
}

/** What the stages of applications run, and what they lack. */
export function addPipelineRoutes(
  router: Router,
  options: PipelineRouteOptions,
): void {
  const { callerOf, catalog, links, polling, store } = options;
  const { promotions } = store;

  router.get('/pipelines', async (request, response) => {
    const { access, credentials } = await callerOf(request);
    const query = parseListQuery(request.query);
    const filter = await sumEntities(query.filter, { catalog, credentials });
    response.json(await promotions.listPipelines({ ...query, filter, access }));
  });

  router.get('/pipelines/:entityRef', async (request, response) => {
    const pipelines = await entityPipelines(
      request.params.entityRef,
      await callerOf(request),
      options,
    );
    const clusters = pipelines.items.flatMap(({ stages }) =>
      stages.flatMap(stage => stage.clusters.map(({ cluster }) => cluster)),
    );
    // What a person looks at is polled sooner.
    polling.interest([...new Set(clusters)]);
    response.json({
      ...pipelines,
      items: pipelines.items.map(pipeline => linkLacks(pipeline, links)),
    });
  });
}

function linkLacks(
  pipeline: Pipeline,
  links: PipelineRouteOptions['links'],
): Pipeline {
  const stages = pipeline.stages.map(stage => ({
    ...stage,
    lacks: stage.lacks.map(lack => ({
      ...lack,
      moves: links.known(pipeline, lack.moves),
    })),
  }));
  return { ...pipeline, stages };
}
