import { Deliveries } from './Deliveries';

/** An engine as far as this world installs them. */
export type InstalledEngine =
  | 'flux'
  | 'argocd'
  | 'argo-rollouts'
  | 'kyverno'
  | 'gatekeeper'
  | 'trivy-operator'
  | 'flagger'
  | 'external-secrets'
  | 'cert-manager';

const platformEngines = [
  'kyverno',
  'gatekeeper',
  'trivy-operator',
  'external-secrets',
  'cert-manager',
] as const;

/** The engines that a cluster runs: those whose applications live on it, Argo Rollouts where Argo CD deploys to, and what is
 * delivered to it as a component. Flagger comes with the gateway of production, whose traffic it shifts. */
export function enginesOn(
  deliveries: Deliveries,
  cluster: string,
): ReadonlySet<InstalledEngine> {
  const engines = new Set<InstalledEngine>();
  for (const { kind } of deliveries.livingOn(cluster)) {
    engines.add(kind === 'Application' ? 'argocd' : 'flux');
  }
  for (const { kind, components, target } of deliveries.deployingTo(cluster)) {
    if (kind === 'Application') {
      engines.add('argo-rollouts');
    }
    for (const { name } of components) {
      const engine = platformEngines.find(each => each === name);
      if (engine) {
        engines.add(engine);
      }
      if (name === 'ingress-gateway' && target?.environment === 'production') {
        engines.add('flagger');
      }
    }
  }
  return engines;
}
