import { ClusterPlan } from '../types';

/** The environments in the order of promotion, with the prefix of their clusters' names, which is also their directory in Git. */
export const environments = [
  { name: 'development', directory: 'dev', version: 'v1.35.2' },
  { name: 'staging', directory: 'staging', version: 'v1.35.1' },
  { name: 'production', directory: 'prod', version: 'v1.34.5' },
] as const;

/** The first three make the default fleet; more spokes bring the others. */
export const regions = [
  'us-east-1',
  'eu-west-1',
  'ap-south-1',
  'us-west-2',
  'eu-central-1',
  'ap-northeast-1',
  'ca-central-1',
  'eu-north-1',
  'sa-east-1',
];

const providers = ['aws', 'gcp', 'azure'] as const;

/** By environment, then by the region's place in its group of three. */
const deliveries: Record<string, ClusterPlan['delivery'][]> = {
  development: ['flux', 'argocd', 'flux'],
  staging: ['flux', 'argocd', 'argocd-on-hub'],
  production: ['flux', 'argocd-on-hub', 'flux'],
};

/** Still to be upgraded: an older Kubernetes and an older Flux. */
export const laggard = 'prod-ap-south-1';

/** Whether a cluster's Flux is of this year: 2.7 brought histories, 2.8 inventories of Helm releases, 2.9 their drift. */
export function runsModernFlux(cluster: string): boolean {
  return cluster !== laggard;
}

/** Where one Kustomization delivers all services together. */
export const sharedSpoke = 'dev-ap-south-1';

const hub: ClusterPlan = {
  name: 'hub',
  hub: true,
  environment: 'management',
  region: 'us-east-1',
  provider: 'aws',
  version: 'v1.35.1',
  delivery: 'flux',
};

/** The hub and so many spokes. */
export function planClusters(spokes: number): ClusterPlan[] {
  if (!Number.isInteger(spokes) || spokes < 0) {
    throw new Error(
      `The number of spokes must be a whole number of at least 0, not ${spokes}.`,
    );
  }
  const plans = [hub];
  for (let round = 1; plans.length <= spokes; round++) {
    for (const [index, region] of regions.entries()) {
      for (const { name: environment, directory, version } of environments) {
        const number = round > 1 ? `-${String(round).padStart(2, '0')}` : '';
        const name = `${directory}-${region}${number}`;
        plans.push({
          name,
          hub: false,
          environment,
          region,
          provider: providers[index % 3],
          version: name === laggard ? 'v1.33.8' : version,
          delivery: deliveries[environment][index % 3],
        });
      }
    }
  }
  return plans.slice(0, spokes + 1);
}

/** Which part of the world a region stands for: services are placed by it. */
export function placementOf(plan: ClusterPlan): 'us' | 'eu' | 'ap' {
  return (['us', 'eu', 'ap'] as const)[regions.indexOf(plan.region) % 3];
}

/** The directory of the cluster's environment in Git. */
export function directoryOf({
  environment,
}: Pick<ClusterPlan, 'environment'>): string {
  return (
    environments.find(({ name }) => name === environment)?.directory ??
    environment
  );
}
