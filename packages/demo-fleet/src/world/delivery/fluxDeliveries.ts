import { ClusterPlan } from '../../types';
import { Component, platformComponent } from '../components';
import { policyEngineFor } from '../policy/policyEngineFor';
import { directoryOf, placementOf, sharedSpoke } from '../plans';
import { isScanned } from '../scanner/isScanned';
import { Delivery } from './Delivery';
import { servicesOn } from './servicesOn';

function kustomization(
  plan: ClusterPlan,
  options: Partial<Delivery> & Pick<Delivery, 'name' | 'path'>,
): Delivery {
  return {
    kind: 'Kustomization',
    namespace: 'flux-system',
    home: plan,
    target: plan,
    interval: '10m0s',
    components: [],
    parent: 'flux-system',
    children: [],
    ...options,
  };
}

function helmRelease(plan: ClusterPlan, component: Component): Delivery {
  return {
    kind: 'HelmRelease',
    name: component.name,
    namespace: component.namespace,
    home: plan,
    target: plan,
    path: `infrastructure/${directoryOf(plan)}`,
    interval: '30m0s',
    components: [component],
    parent: 'infrastructure',
    children: [],
    suspended:
      component.name === 'monitoring' && plan.name === 'prod-us-east-1',
  };
}

function infrastructure(plan: ClusterPlan): Delivery {
  const charts = ['cert-manager', policyEngineFor(plan)];
  if (isScanned(plan)) {
    charts.push('trivy-operator');
  }
  if (plan.hub || plan.environment === 'production') {
    charts.push('monitoring');
  }
  return kustomization(plan, {
    name: 'infrastructure',
    path: `infrastructure/${directoryOf(plan)}`,
    components: [
      platformComponent('ingress-gateway'),
      platformComponent('external-secrets'),
    ],
    tenants: plan.hub ? [] : servicesOn(plan),
    children: charts.map(name => helmRelease(plan, platformComponent(name))),
  });
}

function serviceDeliveries(plan: ClusterPlan): Delivery[] {
  const components = servicesOn(plan);
  if (plan.name === sharedSpoke) {
    return [
      kustomization(plan, {
        name: 'apps',
        path: `apps/${directoryOf(plan)}`,
        components,
      }),
    ];
  }
  return components.map(component =>
    kustomization(plan, {
      name: component.name,
      path: `apps/${component.name}/overlays/${directoryOf(plan)}/${
        plan.region
      }`,
      interval: placementOf(plan) === 'us' ? '5m0s' : '10m0s',
      components: [component],
    }),
  );
}

/** From the hub to a spoke, with a kubeconfig. */
function remoteDeliveries(hub: ClusterPlan, plans: ClusterPlan[]): Delivery[] {
  return plans
    .filter(({ name }) => name === 'staging-us-east-1')
    .map(target =>
      kustomization(hub, {
        name: `${target.name}-baseline`,
        path: `clusters/${target.name}/baseline`,
        target,
      }),
    );
}

/** What Flux delivers on a cluster that a claim just made: the platform, and no services until teams ask for it. */
export function newcomerDeliveries(plan: ClusterPlan): Delivery[] {
  const platform = infrastructure(plan);
  return [
    kustomization(plan, {
      name: 'flux-system',
      path: `clusters/${plan.name}`,
      children: [platform],
    }),
    { ...platform, tenants: [] },
    ...platform.children,
  ];
}

/** What Flux on a cluster delivers. */
export function fluxDeliveries(
  plan: ClusterPlan,
  plans: ClusterPlan[],
): Delivery[] {
  const platform = infrastructure(plan);
  const applications = plan.hub
    ? remoteDeliveries(plan, plans)
    : serviceDeliveries(plan);
  return [
    kustomization(plan, {
      name: 'flux-system',
      path: `clusters/${plan.name}`,
      children: [platform, ...applications],
    }),
    platform,
    ...platform.children,
    ...applications,
  ];
}
