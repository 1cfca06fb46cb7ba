import type {
  PipelineStage,
  PromotionPlan,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** What a change of some overlays of a stage reaches, and how gently. */
export function riskOf(
  {
    environment,
    clusters: all,
  }: Pick<PipelineStage, 'environment' | 'clusters'>,
  overlays: readonly string[],
): PromotionPlan['risk'] {
  const reached = all.filter(
    ({ overlay }) => overlay !== undefined && overlays.includes(overlay),
  );
  const clusters = [...new Set(reached.map(({ cluster }) => cluster))].sort();
  const canaries = reached.filter(({ canary }) => canary);
  const canary = reached.length > 0 && canaries.length === reached.length;
  return {
    environment,
    clusters,
    canary,
    summary: `${placesOf(clusters, environment)}; ${canaryWords(
      reached,
      canaries,
    )}`,
  };
}

function canaryWords(
  reached: readonly StageCluster[],
  canaries: readonly StageCluster[],
): string {
  if (canaries.length === 0) {
    return 'no canary tries it first';
  }
  if (reached.length === 1) {
    return 'a canary tries it first';
  }
  return canaries.length === reached.length
    ? 'each lets a canary try it first'
    : `a canary tries it first on ${canaries
        .map(({ cluster }) => cluster)
        .join(', ')} alone`;
}

function placesOf(clusters: readonly string[], environment: string): string {
  switch (clusters.length) {
    case 0:
      return `No cluster of ${environment} is known to run it`;
    case 1:
      return `It changes ${clusters[0]} of ${environment}`;
    default:
      return `It changes ${clusters.length} clusters of ${environment} together`;
  }
}
