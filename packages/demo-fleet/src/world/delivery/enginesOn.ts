import { Deliveries } from './Deliveries';

/** An engine as far as this world installs them. */
export type InstalledEngine = 'flux' | 'argocd' | 'argo-rollouts';

/** The engines that a cluster runs: those whose applications live on it, and Argo Rollouts where Argo CD deploys to. */
export function enginesOn(
  deliveries: Deliveries,
  cluster: string,
): ReadonlySet<InstalledEngine> {
  const engines = new Set<InstalledEngine>();
  for (const { kind } of deliveries.livingOn(cluster)) {
    engines.add(kind === 'Application' ? 'argocd' : 'flux');
  }
  for (const { kind } of deliveries.deployingTo(cluster)) {
    if (kind === 'Application') {
      engines.add('argo-rollouts');
    }
  }
  return engines;
}
