import { directoryOf } from '../../plans';
import { ClusterSpec } from '../ClusterClaim';
import { Part } from '../Part';

const kubernetes = 'kubernetes.crossplane.io/v1alpha2';

function release(
  cluster: string,
  name: string,
  namespace: string,
  chart: { name: string; repository: string; version: string },
): Pick<Part, 'apiVersion' | 'kind' | 'spec' | 'external' | 'observed'> {
  return {
    apiVersion: 'helm.crossplane.io/v1beta1',
    kind: 'Release',
    spec: {
      deletionPolicy: 'Orphan',
      forProvider: { chart, namespace, wait: true },
      managementPolicies: ['*'],
      providerConfigRef: { name: cluster },
      rollbackLimit: 3,
    },
    external: name,
    observed: {
      releaseDescription: 'Install complete',
      revision: 1,
      state: 'deployed',
      version: chart.version,
    },
  };
}

function object(
  providerConfig: string,
  manifest: object,
): Pick<Part, 'apiVersion' | 'kind' | 'spec' | 'observed'> {
  return {
    apiVersion: kubernetes,
    kind: 'Object',
    spec: {
      // What lies on the cluster goes with the cluster.
      deletionPolicy: 'Orphan',
      forProvider: { manifest },
      managementPolicies: ['*'],
      providerConfigRef: { name: providerConfig },
      readiness: { policy: 'SuccessfulCreate' },
    },
    observed: { manifest },
  };
}

/** What is put on a new cluster, until its own Flux takes over, and its entry in the fleet. `last` is what has to be there before. */
export function bootstrapParts(
  name: string,
  spec: ClusterSpec,
  last: readonly string[],
): Part[] {
  const directory = directoryOf(spec);
  return [
    {
      name: 'registration',
      ...object('hub', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: `cluster-${name}`,
          namespace: 'fleet-system',
          labels: { environment: spec.environment, region: spec.region },
        },
        data: { kubeconfigSecret: `crossplane-system/${name}-kubeconfig` },
      }),
      after: last,
      seconds: 2,
    },
    {
      name: 'platform-crds',
      ...release(name, 'platform-crds', 'kube-system', {
        name: 'platform-crds',
        repository: 'https://charts.example.org/platform',
        version: '3.2.0',
      }),
      after: ['registration'],
      seconds: 4,
    },
    {
      name: 'flux',
      ...release(name, 'flux2', 'flux-system', {
        name: 'flux2',
        repository: 'https://charts.example.org/fluxcd',
        version: '2.17.1',
      }),
      after: ['platform-crds'],
      seconds: 8,
    },
    {
      name: 'flux-sync',
      ...object(name, {
        apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
        kind: 'Kustomization',
        metadata: { name: 'flux-system', namespace: 'flux-system' },
        spec: {
          interval: '10m0s',
          path: `./clusters/${name}`,
          prune: true,
          sourceRef: { kind: 'GitRepository', name: 'flux-system' },
          postBuild: { substitute: { environment: directory } },
        },
      }),
      after: ['flux'],
      seconds: 3,
    },
    ...(spec.addons ?? []).map(addon => ({
      name: `addon-${addon}`,
      ...release(name, addon, 'kube-system', {
        name: addon,
        repository: 'https://charts.example.org/addons',
        version: '1.4.2',
      }),
      after: ['platform-crds'],
      seconds: 5,
    })),
  ];
}
