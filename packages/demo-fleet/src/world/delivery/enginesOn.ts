import { Deliveries } from './Deliveries';

/** An engine as far as this world installs them. */
export type InstalledEngine =
  | 'flux'
  | 'argocd'
  | 'argo-rollouts'
  | 'kyverno'
  | 'gatekeeper'
  | 'trivy-operator';

const platformEngines = ['kyverno', 'gatekeeper', 'trivy-operator'] as const;

/** The engines that a cluster runs: those whose applications live on it, Argo Rollouts where Argo CD deploys to, and what is
 * delivered to it as a component. */
export function enginesOn(
  deliveries: Deliveries,
  cluster: string,
): ReadonlySet<InstalledEngine> {
  const engines = new Set<InstalledEngine>();
  for (const { kind } of deliveries.livingOn(cluster)) {
    engines.add(kind === 'Application' ? 'argocd' : 'flux');
  }
  for (const { kind, components } of deliveries.deployingTo(cluster)) {
    if (kind === 'Application') {
      engines.add('argo-rollouts');
    }
    for (const { name } of components) {
      const engine = platformEngines.find(each => each === name);
      if (engine) {
        engines.add(engine);
      }
    }
  }
  return engines;
}
