import { ClusterPlan, KubernetesObject } from '../../types';
import { Component } from '../components';
import { besideComponent } from '../manifests/besideComponent';

const apiVersion = 'cert-manager.io/v1';

/** What issues the platform's certificates. */
export const issuerManifest: KubernetesObject = {
  apiVersion,
  kind: 'ClusterIssuer',
  metadata: { name: 'letsencrypt' },
  spec: {
    acme: {
      server: 'https://acme.example.org/directory',
      email: 'team-sre@example.org',
      privateKeySecretRef: { name: 'letsencrypt-account' },
      solvers: [{ http01: { gatewayHTTPRoute: {} } }],
    },
  },
};

/** The certificate of a service that people reach from outside. */
export function certificateManifest(
  component: Component,
  { region }: ClusterPlan,
): KubernetesObject {
  const { name, ingressHost } = component;
  return {
    apiVersion,
    kind: 'Certificate',
    metadata: besideComponent(component),
    spec: {
      secretName: `${name}-tls`,
      dnsNames: [`${region}.${ingressHost ?? `${name}.example.org`}`],
      duration: '2160h0m0s',
      renewBefore: '720h0m0s',
      issuerRef: {
        group: 'cert-manager.io',
        kind: 'ClusterIssuer',
        name: 'letsencrypt',
      },
    },
  };
}
