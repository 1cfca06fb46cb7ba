import { ResourceDefinition } from '../../types';
import { InstalledEngine } from '../delivery/enginesOn';
import { runsModernFlux } from '../plans';
import { argocdResources, rolloutResources } from './argocdResources';
import { certManagerResources } from './certManagerResources';
import { externalSecretsResources } from './externalSecretsResources';
import { flaggerResources } from './flaggerResources';
import { fluxResources, olderFluxResources } from './fluxResources';
import { metricsResources } from './metricsResources';
import { gatekeeperResources, kyvernoResources } from './policyResources';
import { serviceResources } from './serviceResources';
import { trivyResources } from './trivyResources';

/** What a cluster serves beside what every API server does: the kinds of the engines that it runs, so that the others are not installed. */
export function resourcesOf(
  cluster: string,
  engines: ReadonlySet<InstalledEngine>,
): ResourceDefinition[] {
  const flux = runsModernFlux(cluster) ? fluxResources : olderFluxResources;
  return [
    ...metricsResources,
    ...serviceResources,
    ...(engines.has('flux') ? flux : []),
    ...(engines.has('argocd') ? argocdResources : []),
    ...(engines.has('argo-rollouts') ? rolloutResources : []),
    ...(engines.has('flagger') ? flaggerResources : []),
    ...(engines.has('external-secrets')
      ? externalSecretsResources(cluster)
      : []),
    ...(engines.has('cert-manager') ? certManagerResources : []),
    ...(engines.has('kyverno') ? kyvernoResources : []),
    ...(engines.has('gatekeeper') ? gatekeeperResources : []),
    ...(engines.has('trivy-operator') ? trivyResources : []),
  ];
}
