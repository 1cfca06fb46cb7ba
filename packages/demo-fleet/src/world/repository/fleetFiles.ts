import { stringify } from 'yaml';
import { ClusterPlan, KubernetesObject } from '../../types';
import { Component, services } from '../components';
import { componentManifests } from '../manifests/componentManifests';
import { directoryOf, environments } from '../plans';
import { claimOf } from '../platform/claimOf';
import { databases } from '../platform/databases';
import { claimedSpokes } from '../populate/populateClaims';

/** Text by path. */
type Files = Record<string, string>;

const readme = `# Fleet

- \`infrastructure/claims\`: the clusters and databases that were asked for. The hub applies it.
- \`clusters\`: what the Flux of each cluster begins with.
- \`apps\`: the services, with an overlay for each environment.
`;

/** The repository of a fleet as it is found: what clusters were asked for with, what each of them applies, and what runs on them. */
export function fleetFiles(plans: readonly ClusterPlan[]): Files {
  const spokes = plans.filter(({ hub }) => !hub).slice(0, claimedSpokes);
  return {
    'README.md': readme,
    ...claimFiles(spokes),
    ...Object.assign({}, ...[plans[0], ...spokes].map(bootstrapFiles)),
    ...Object.assign(
      {},
      ...services.map(service => serviceFiles(service, spokes[0])),
    ),
  };
}

function claimFiles(spokes: readonly ClusterPlan[]): Files {
  const root = 'infrastructure/claims';
  const files: Files = {
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

function bootstrapFiles(plan: ClusterPlan): Files {
  const here = `clusters/${plan.name}`;
  return {
    [`${here}/kustomization.yaml`]: kustomization(['infrastructure.yaml']),
    [`${here}/infrastructure.yaml`]: stringify({
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'infrastructure', namespace: 'flux-system' },
      spec: {
        interval: '10m0s',
        path: `./infrastructure/${directoryOf(plan)}`,
        prune: true,
        sourceRef: { kind: 'GitRepository', name: 'flux-system' },
      },
    }),
  };
}

function serviceFiles(service: Component, plan: ClusterPlan): Files {
  const here = `apps/${service.name}`;
  const manifests = componentManifests(
    service,
    plan,
    service.versions.production,
  ).filter(({ kind }) => kind !== 'Secret');
  const files: Files = {
    [`${here}/base/kustomization.yaml`]: kustomization(manifests.map(fileOf)),
  };
  for (const manifest of manifests) {
    files[`${here}/base/${fileOf(manifest)}`] = stringify(manifest);
  }
  for (const { name, directory } of environments) {
    const overlay = `${here}/overlays/${directory}`;
    const images = service.workloads.map(({ image }) => ({
      name: image,
      newTag: service.versions[name],
    }));
    files[`${overlay}/kustomization.yaml`] = kustomization(['../../base'], {
      images,
    });
  }
  return files;
}

function fileOf({ kind, metadata }: KubernetesObject): string {
  return `${kind.toLowerCase()}-${metadata.name}.yaml`;
}

function kustomization(
  resources: readonly string[],
  more: object = {},
): string {
  return stringify({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
    ...more,
  });
}
