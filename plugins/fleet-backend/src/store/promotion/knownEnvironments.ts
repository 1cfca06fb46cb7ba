import type { Knex } from 'knex';
import type { PromotionRules } from '../../promotion/PromotionRules';

/** Environments of clusters, and those that stages are in. */
export async function knownEnvironments(
  database: Knex,
  { pipelines }: Pick<PromotionRules, 'pipelines'>,
): Promise<string[]> {
  const ofClusters: string[] = await database('clusters')
    .whereNotNull('environment')
    .distinct()
    .pluck('environment');
  const ofStages = pipelines.flatMap(({ stages }) =>
    stages.map(({ environment }) => environment),
  );
  return [...new Set([...ofClusters, ...ofStages])];
}
