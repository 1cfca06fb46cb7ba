import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { admissionEngine } from './admission/admissionEngine';
import { argocdEngine } from './argocd/argocdEngine';
import { certManagerEngine } from './certManager/certManagerEngine';
import { clusterApiEngine } from './clusterApi/clusterApiEngine';
import { crossplaneEngine } from './crossplane/crossplaneEngine';
import { externalSecretsEngine } from './externalSecrets/externalSecretsEngine';
import { flaggerEngine } from './flagger/flaggerEngine';
import { fluxEngine } from './flux/fluxEngine';
import { gatekeeperEngine } from './gatekeeper/gatekeeperEngine';
import { kubernetesEngine } from './kubernetes/kubernetesEngine';
import { kyvernoEngine } from './kyverno/kyvernoEngine';
import { policyReportsEngine } from './policyReports/policyReportsEngine';
import { tektonEngine } from './tekton/tektonEngine';
import { terraformEngine } from './terraform/terraformEngine';
import { trivyEngine } from './trivy/trivyEngine';

/** The engines that the backend brings with it. */
export const builtInEngines: readonly Engine[] = [
  kubernetesEngine,
  fluxEngine,
  argocdEngine,
  flaggerEngine,
  kyvernoEngine,
  admissionEngine,
  gatekeeperEngine,
  policyReportsEngine,
  trivyEngine,
  crossplaneEngine,
  clusterApiEngine,
  terraformEngine,
  externalSecretsEngine,
  certManagerEngine,
  tektonEngine,
];
