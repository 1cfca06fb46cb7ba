import { stringify } from 'yaml';
import { ClusterPlan } from '../../types';
import { environments } from '../plans';
import { claimOf } from '../platform/claimOf';
import { databases } from '../platform/databases';
import { exceptionManifests } from '../policy/exceptionManifests';
import { claimedSpokes } from '../populate/populateClaims';
import { clusterFiles } from './clusterFiles';
import { Files } from './kustomize/Files';
import { storedFiles } from './storedFiles';

/** The repository of a fleet as it is found: what clusters were asked for with, what each of them applies, and what runs on them. */
export async function fleetFiles(
  plans: readonly ClusterPlan[],
  url: string,
): Promise<Files> {
  const spokes = plans.filter(({ hub }) => !hub).slice(0, claimedSpokes);
  return Object.assign(
    await storedFiles(),
    claimFiles(spokes),
    ...[plans[0], ...spokes].map(plan =>
      clusterFiles(plan, url, exceptionManifests(plan)),
    ),
  );
}

function claimFiles(spokes: readonly ClusterPlan[]): Files {
  const root = 'infrastructure/claims';
  const files: Record<string, string> = {
    [`${root}/kustomization.yaml`]: kustomization(
      environments.map(({ directory }) => directory),
    ),
  };
  for (const { name: environment, directory } of environments) {
    const here = `${root}/${directory}`;
    const claims = spokes.filter(plan => plan.environment === environment);
    const requests = databases.filter(
      ({ spec }) => spec.environment === environment,
    );
    files[`${here}/kustomization.yaml`] = kustomization([
      ...claims.map(({ name }) => `${name}.yaml`),
      'databases',
    ]);
    files[`${here}/databases/kustomization.yaml`] = kustomization(
      requests.map(({ metadata }) => `${metadata.name}.yaml`),
    );
    for (const plan of claims) {
      files[`${here}/${plan.name}.yaml`] = `# ${plan.region}, for ${
        plan.environment
      }. Change it in the portal or here.\n${stringify(claimOf(plan))}`;
    }
    for (const request of requests) {
      const path = `${here}/databases/${request.metadata.name}.yaml`;
      files[path] = stringify(request);
    }
  }
  return files;
}

function kustomization(resources: readonly string[]): string {
  return stringify({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
  });
}
