import { ClusterPlan, KubernetesObject } from '../../types';
import { Component } from '../components';
import { besideComponent } from '../manifests/besideComponent';
import { laggard } from '../plans';

function versionOn({ name }: ClusterPlan): string {
  return `external-secrets.io/${name === laggard ? 'v1beta1' : 'v1'}`;
}

/** Where the platform keeps secrets. */
export function storeManifest(plan: ClusterPlan): KubernetesObject {
  return {
    apiVersion: versionOn(plan),
    kind: 'ClusterSecretStore',
    metadata: { name: 'vault' },
    spec: {
      provider: {
        vault: {
          server: 'https://vault.example.org',
          path: plan.environment,
          version: 'v2',
          auth: {
            kubernetes: {
              mountPath: `kubernetes/${plan.name}`,
              role: 'external-secrets',
            },
          },
        },
      },
    },
  };
}

/** A service's credentials, which are brought from the store. */
export function secretManifest(
  component: Component,
  plan: ClusterPlan,
): KubernetesObject {
  const { name, system } = component;
  return {
    apiVersion: versionOn(plan),
    kind: 'ExternalSecret',
    metadata: besideComponent(component, `${name}-credentials`),
    spec: {
      refreshInterval: '15m0s',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      target: { name: `${name}-credentials` },
      dataFrom: [{ extract: { key: `${system}/${name}` } }],
    },
  };
}

/** What a registry needs to know of a team is pushed the other way. */
export function pushManifest(component: Component): KubernetesObject {
  const { name, system } = component;
  return {
    apiVersion: 'external-secrets.io/v1alpha1',
    kind: 'PushSecret',
    metadata: besideComponent(component, `${name}-webhook`),
    spec: {
      refreshInterval: '1h0m0s',
      secretStoreRefs: [{ kind: 'ClusterSecretStore', name: 'vault' }],
      selector: { secret: { name: `${name}-webhook` } },
      data: [
        {
          match: {
            secretKey: 'token',
            remoteRef: { remoteKey: `${system}/${name}-webhook` },
          },
        },
      ],
    },
  };
}
