import { ClusterPlan } from '../../types';
import { Component, services } from '../components';
import { Delivery } from './Delivery';

/** How many of each kind a cluster is to hold. */
export interface ClusterSize {
  kustomizations: number;
  helmReleases: number;
  applications: number;
  deployments: number;
  nodes: number;
  namespaces: number;
}

/** Components like the real ones, told apart by number; those of charts come first. */
function numberedComponents(size: ClusterSize): Component[] {
  const count = Math.max(size.deployments, size.helmReleases);
  return Array.from({ length: count }, (_, index) => {
    const model = services[index % services.length];
    const name = `${model.name}-${index + 1}`;
    const chart =
      index < size.helmReleases
        ? { repository: 'https://charts.example.org/services' }
        : undefined;
    return {
      ...model,
      name,
      namespace: `${model.system}-${1 + (index % size.namespaces)}`,
      chart,
      workloads: [{ ...model.workloads[0], kind: 'Deployment', name }],
    };
  });
}

function everyNth(components: Component[], from: number, step: number) {
  return components.filter((_, index) => index % step === from);
}

/** Applications in given numbers, which share the components evenly; two of the Kustomizations deliver the others. */
export function sizedDeliveries(
  plan: ClusterPlan,
  size: ClusterSize,
): Delivery[] {
  const components = numberedComponents(size);
  const charts = components.slice(0, size.helmReleases);
  const others = components.slice(size.helmReleases);
  const leaves = Math.max(0, size.kustomizations - 2);
  const share = (index: number) =>
    everyNth(others, index, leaves + size.applications);
  const base = { home: plan, target: plan, children: [] };
  const kustomization = (name: string): Delivery => ({
    ...base,
    kind: 'Kustomization',
    name,
    namespace: 'flux-system',
    path: `clusters/${plan.name}/${name}`,
    interval: '10m0s',
    components: [],
    parent: 'flux-system',
  });
  const releases = charts.map<Delivery>(component => ({
    ...base,
    kind: 'HelmRelease',
    name: component.name,
    namespace: component.namespace,
    path: `clusters/${plan.name}/infrastructure`,
    interval: '30m0s',
    components: [component],
    parent: 'infrastructure',
  }));
  const infrastructure: Delivery = {
    ...kustomization('infrastructure'),
    children: releases,
    tenants: components,
  };
  const kustomizations = Array.from({ length: leaves }, (_, index) => ({
    ...kustomization(`app-${index + 1}`),
    components: share(index),
  }));
  const applications = Array.from(
    { length: size.applications },
    (_, index): Delivery => ({
      ...base,
      kind: 'Application',
      name: `app-${index + 1}`,
      namespace: 'argocd',
      path: `clusters/${plan.name}/argocd/app-${index + 1}`,
      interval: '3m0s',
      components: share(leaves + index),
      automation: 'self-heal',
    }),
  );
  const flux: Delivery[] = [
    {
      ...kustomization('flux-system'),
      children: [infrastructure, ...kustomizations],
    },
    infrastructure,
    ...releases,
    ...kustomizations,
  ];
  return size.kustomizations > 0 ? [...flux, ...applications] : applications;
}
