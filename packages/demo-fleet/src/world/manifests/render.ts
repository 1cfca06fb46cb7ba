import { ClusterPlan, KubernetesObject } from '../../types';
import { Component, platformComponents, services } from '../components';
import { Delivery } from '../delivery/Delivery';
import { Git } from '../git/Git';
import { policyEngineFor } from '../policy/policyEngineFor';
import { exceptionManifests } from '../policy/exceptionManifests';
import { policyManifests } from '../policy/policyManifests';
import { folderOfExceptions } from '../repository/fleetRoots';
import { groupOf } from '../resources/refOf';
import { componentManifests } from './componentManifests';
import {
  gitRepositoryManifest,
  kustomizationManifest,
  notificationManifests,
} from './fluxManifests';
import { chartSourceManifest, helmReleaseManifest } from './helmManifests';
import { imageManifests } from './imageManifests';
import { namespaceManifests } from './namespaceManifests';

/** What an application's engine makes of Git: the objects that it applies, marked as that engine marks them. */
export function render(delivery: Delivery, git: Git): KubernetesObject[] {
  const { target } = delivery;
  if (!target) {
    return [];
  }
  const manifests = [
    ...ownObjects(delivery, git),
    ...delivery.components.flatMap(component =>
      componentManifests(component, target, git.version(component, target)),
    ),
  ];
  return manifests.map(manifest => mark(manifest, delivery));
}

/** The same for a HelmRelease, whose objects follow the chart that is installed and not Git. */
export function renderChart(
  delivery: Delivery,
  chartVersion: string,
): KubernetesObject[] {
  const [component] = delivery.components;
  return componentManifests(component, delivery.home, chartVersion).map(
    manifest => mark(manifest, delivery),
  );
}

function ownObjects(delivery: Delivery, git: Git): KubernetesObject[] {
  const { home, name, children, components, tenants = [] } = delivery;
  switch (delivery.kind) {
    case 'Application':
      return [
        ...namespaceManifests(components),
        ...(delivery.target
          ? policiesBeside(components, delivery.target, git)
          : []),
      ];
    case 'HelmRelease':
      return [];
    default:
  }
  if (name === 'flux-system') {
    return [
      gitRepositoryManifest(),
      kustomizationManifest(delivery),
      ...children
        .filter(({ path }) => !git.isWithdrawn(path))
        .map(kustomizationManifest),
      ...notificationManifests(),
      ...imageManifests(home),
    ];
  }
  if (name === 'infrastructure') {
    const charts = children.flatMap(child => child.components);
    return [
      ...namespaceManifests([...components, ...charts, ...tenants]),
      ...policiesBeside(charts, home, git),
      ...charts.flatMap(
        chart =>
          chartSourceManifest(chart, home, git.version(chart, home)) ?? [],
      ),
      ...children.map(child =>
        helmReleaseManifest(child, git.version(child.components[0], home)),
      ),
    ];
  }
  if (delivery.target !== home) {
    return [baseline()];
  }
  return [];
}

/** Policies come with the engine that they are for, and exceptions with them unless the cluster has those of its own. */
function policiesBeside(
  components: readonly Component[],
  plan: ClusterPlan,
  git: Git,
): KubernetesObject[] {
  const engine = policyEngineFor(plan);
  if (!components.some(({ name }) => name === engine)) {
    return [];
  }
  return git.isWithdrawn(folderOfExceptions(plan))
    ? policyManifests(plan)
    : [...policyManifests(plan), ...exceptionManifests(plan)];
}

/** What the hub gives to a spoke without asking that spoke's own engine. */
function baseline(): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'fleet-baseline', namespace: 'kube-system' },
    data: {
      components: [...platformComponents, ...services]
        .map(({ name }) => name)
        .join(','),
    },
  };
}

/** An object as the engine of what delivers it marks it. */
export function mark(
  manifest: KubernetesObject,
  delivery: Pick<Delivery, 'kind' | 'name' | 'namespace'>,
): KubernetesObject {
  const { metadata } = manifest;
  switch (delivery.kind) {
    case 'Kustomization':
      return withLabels(manifest, {
        'kustomize.toolkit.fluxcd.io/name': delivery.name,
        'kustomize.toolkit.fluxcd.io/namespace': delivery.namespace,
      });
    case 'HelmRelease':
      return withAnnotations(
        withLabels(manifest, {
          'app.kubernetes.io/managed-by': 'Helm',
          'helm.toolkit.fluxcd.io/name': delivery.name,
          'helm.toolkit.fluxcd.io/namespace': delivery.namespace,
        }),
        {
          'meta.helm.sh/release-name': delivery.name,
          'meta.helm.sh/release-namespace': delivery.namespace,
        },
      );
    default: {
      if (manifest.kind === 'Namespace') {
        // CreateNamespace=true makes it, and tracks it for nobody.
        return manifest;
      }
      const group = groupOf(manifest.apiVersion);
      const place = `${metadata.namespace ?? ''}/${metadata.name}`;
      return withAnnotations(manifest, {
        'argocd.argoproj.io/tracking-id': `${delivery.name}:${group}/${manifest.kind}:${place}`,
      });
    }
  }
}

function withLabels(
  manifest: KubernetesObject,
  labels: Record<string, string>,
): KubernetesObject {
  const { metadata } = manifest;
  return {
    ...manifest,
    metadata: { ...metadata, labels: { ...metadata.labels, ...labels } },
  };
}

function withAnnotations(
  manifest: KubernetesObject,
  annotations: Record<string, string>,
): KubernetesObject {
  const { metadata } = manifest;
  return {
    ...manifest,
    metadata: {
      ...metadata,
      annotations: { ...metadata.annotations, ...annotations },
    },
  };
}
