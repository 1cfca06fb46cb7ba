import { KubernetesObject } from '../../types';
import { Delivery } from '../delivery/Delivery';
import { Git } from '../git/Git';

/** Says which component an application is, unless several share it. */
export function componentLabels(delivery: Delivery): Record<string, string> {
  return delivery.components.length === 1
    ? { 'backstage.io/kubernetes-id': delivery.components[0].name }
    : {};
}

/** A Kustomization as Git describes it. */
export function kustomizationManifest(delivery: Delivery): KubernetesObject {
  const { home, target, name } = delivery;
  const remote = target && target !== home;
  const afterPlatform = name !== 'flux-system' && name !== 'infrastructure';
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: {
      name,
      namespace: delivery.namespace,
      labels: componentLabels(delivery),
    },
    spec: {
      interval: delivery.interval,
      retryInterval: '2m0s',
      timeout: '2m0s',
      path: `./${delivery.path}`,
      // What the hub gives to a spoke is taken back by hand.
      prune: !remote,
      force: false,
      wait: delivery.components.length > 0,
      sourceRef: { kind: 'GitRepository', name: 'flux-system' },
      ...(afterPlatform ? { dependsOn: [{ name: 'infrastructure' }] } : {}),
      ...(remote
        ? {
            kubeConfig: { secretRef: { name: `${target.name}-kubeconfig` } },
          }
        : {}),
    },
  };
}

/** The source of everything, which Flux's bootstrap wrote into Git. */
export function gitRepositoryManifest(): KubernetesObject {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: { name: 'flux-system', namespace: 'flux-system' },
    spec: {
      interval: '1m0s',
      timeout: '60s',
      ref: { branch: 'main' },
      secretRef: { name: 'flux-system' },
      url: Git.url,
    },
  };
}

/** Where a failure is told to. */
export function notificationManifests(): KubernetesObject[] {
  return [
    {
      apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
      kind: 'Provider',
      metadata: { name: 'chat', namespace: 'flux-system' },
      spec: {
        type: 'slack',
        channel: 'fleet-alerts',
        secretRef: { name: 'chat-token' },
      },
    },
    {
      apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
      kind: 'Alert',
      metadata: { name: 'failures', namespace: 'flux-system' },
      spec: {
        providerRef: { name: 'chat' },
        eventSeverity: 'error',
        eventSources: [
          { kind: 'Kustomization', name: '*' },
          { kind: 'HelmRelease', name: '*', namespace: 'kyverno' },
        ],
      },
    },
    {
      apiVersion: 'notification.toolkit.fluxcd.io/v1',
      kind: 'Receiver',
      metadata: { name: 'git-push', namespace: 'flux-system' },
      spec: {
        type: 'github',
        events: ['ping', 'push'],
        secretRef: { name: 'receiver-token' },
        resources: [{ kind: 'GitRepository', name: 'flux-system' }],
      },
    },
  ];
}
