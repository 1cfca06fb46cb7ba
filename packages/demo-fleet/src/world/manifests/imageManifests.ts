import { ClusterPlan, KubernetesObject } from '../../types';
import { laggard } from '../plans';

/** Image automation: the newest storefront goes to one development cluster by itself. */
export function imageManifests(plan: ClusterPlan): KubernetesObject[] {
  if (plan.name !== 'dev-us-east-1' && plan.name !== laggard) {
    return [];
  }
  const apiVersion = `image.toolkit.fluxcd.io/${
    plan.name === laggard ? 'v1beta2' : 'v1'
  }`;
  const metadata = { name: 'storefront', namespace: 'flux-system' };
  return [
    ...(plan.name === laggard ? [] : bookingsPolicy(apiVersion)),
    {
      apiVersion,
      kind: 'ImageRepository',
      metadata,
      spec: {
        image: 'registry.example.org/team-web/storefront',
        interval: '5m0s',
      },
    },
    {
      apiVersion,
      kind: 'ImagePolicy',
      metadata,
      spec: {
        imageRepositoryRef: { name: 'storefront' },
        policy: { semver: { range: '>=7.0.0' } },
      },
    },
    {
      apiVersion,
      kind: 'ImageUpdateAutomation',
      metadata,
      spec: {
        interval: '10m0s',
        sourceRef: { kind: 'GitRepository', name: 'flux-system' },
        git: {
          checkout: { ref: { branch: 'main' } },
          commit: {
            author: { name: 'flux', email: 'flux@example.org' },
            messageTemplate:
              'Update {{ range .Changed.Changes }}{{ .NewValue }}{{ end }}',
          },
          push: { branch: 'main' },
        },
        update: { path: './apps/storefront', strategy: 'Setters' },
      },
    },
  ];
}

/** Finds the newest bookings, and leaves it to people to bring it anywhere. */
function bookingsPolicy(apiVersion: string): KubernetesObject[] {
  const metadata = {
    name: 'bookings',
    namespace: 'flux-system',
    labels: { 'backstage.io/kubernetes-id': 'bookings' },
  };
  return [
    {
      apiVersion,
      kind: 'ImageRepository',
      metadata,
      spec: {
        image: 'registry.example.org/team-travel/bookings',
        interval: '5m0s',
      },
    },
    {
      apiVersion,
      kind: 'ImagePolicy',
      metadata,
      spec: {
        imageRepositoryRef: { name: 'bookings' },
        policy: { semver: { range: '>=1.0.0' } },
      },
    },
  ];
}
