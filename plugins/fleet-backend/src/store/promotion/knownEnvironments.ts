import type { Knex } from 'knex';
import type { PromotionRules } from '../../promotion/PromotionRules';
import type { Access } from '../FleetQueryStore';
import { whereClusterVisible } from '../queries/conditions';
import { wherePipelineVisible } from '../queries/promotion/wherePipelineVisible';

/** Environments of clusters, and those that stages are in, as far as the access covers them. */
export async function knownEnvironments(
  database: Knex,
  { pipelines }: Pick<PromotionRules, 'pipelines'>,
  access: Access,
): Promise<string[]> {
  const ofClusters: Knex.QueryBuilder = database('clusters')
    .whereNotNull('environment')
    .distinct()
    .pluck('environment');
  whereClusterVisible(ofClusters, access);
  const inUse: Knex.QueryBuilder = database('promotion_applications')
    .whereNotNull('pipeline')
    .distinct()
    .pluck('pipeline');
  wherePipelineVisible(database, inUse, 'promotion_applications.id', access);
  const seen = new Set<string>(await inUse);
  const seesAll = access.applications === true && access.clusters === true;
  const ofStages = pipelines
    .filter(({ name }) => seesAll || seen.has(name))
    .flatMap(({ stages }) => stages.map(({ environment }) => environment));
  const environments: string[] = await ofClusters;
  return [...new Set([...environments, ...ofStages])];
}
