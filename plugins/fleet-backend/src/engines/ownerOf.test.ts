import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { managedBy } from './managedBy';
import { keyOfOwner, ownerOf } from './ownerOf';

function deployment(
  metadata: Partial<KubernetesObject['metadata']>,
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api', namespace: 'payments', ...metadata },
  };
}

const trackingId = 'argocd.argoproj.io/tracking-id';

describe('ownerOf', () => {
  it.each([
    [
      'labels of a Kustomization',
      {
        labels: {
          'kustomize.toolkit.fluxcd.io/name': 'apps',
          'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
        },
      },
      'Kustomization/flux-system/apps',
    ],
    [
      'labels of a HelmRelease, above those of its chart',
      {
        labels: {
          'app.kubernetes.io/managed-by': 'Helm',
          'app.kubernetes.io/instance': 'other',
          'helm.toolkit.fluxcd.io/name': 'payments',
          'helm.toolkit.fluxcd.io/namespace': 'payments',
        },
      },
      'HelmRelease/payments/payments',
    ],
    [
      'a tracking id',
      { annotations: { [trackingId]: 'pay:apps/Deployment:payments/api' } },
      'Application//pay',
    ],
    [
      'a tracking id with a namespace',
      {
        annotations: {
          [trackingId]: 'team-pay_pay:apps/Deployment:payments/api',
        },
      },
      'Application//team-pay_pay',
    ],
    [
      'a tracking label',
      { labels: { 'argocd.argoproj.io/instance': 'pay' } },
      'Application//pay',
    ],
    [
      "Argo CD's old tracking label",
      { labels: { 'app.kubernetes.io/instance': 'pay' } },
      'Application//pay',
    ],
  ])('reads %s', (_, metadata, key) => {
    const owner = ownerOf(deployment(metadata));
    expect(owner && keyOfOwner(owner)).toBe(key);
  });

  it.each([
    ['no mark', {}],
    [
      'a tracking id that was copied from another object',
      {
        annotations: { [trackingId]: 'pay:example.org/Database:payments/api' },
      },
    ],
    [
      'a broken tracking id',
      { annotations: { [trackingId]: '/Deployment:/api' } },
    ],
    [
      'the instance label of a chart',
      {
        labels: {
          'app.kubernetes.io/managed-by': 'Helm',
          'app.kubernetes.io/instance': 'pay',
        },
      },
    ],
    [
      'half a mark of Flux',
      { labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' } },
    ],
  ])('proves nothing by %s', (_, metadata) => {
    expect(ownerOf(deployment(metadata))).toBeUndefined();
    expect(managedBy(deployment(metadata))).toBeUndefined();
  });
});
