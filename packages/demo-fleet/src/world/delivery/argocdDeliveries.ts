import { ClusterPlan } from '../../types';
import { Component, platformComponent } from '../components';
import { directoryOf } from '../plans';
import { policyEngineFor } from '../policy/policyEngineFor';
import { Delivery } from './Delivery';
import { servicesOn } from './servicesOn';

/** How long Argo CD waits before it compares again. */
const refreshInterval = '3m0s';

function automationOf(
  component: Component,
  target: ClusterPlan,
): Delivery['automation'] {
  if (target.environment !== 'production') {
    return 'self-heal';
  }
  return component.name === 'ledger' ? 'none' : 'sync';
}

function application(
  home: ClusterPlan,
  target: ClusterPlan,
  component: Component,
): Delivery {
  const directory = directoryOf(target);
  const platform = component.system === 'platform';
  return {
    kind: 'Application',
    name: home.hub ? `${component.name}-${target.name}` : component.name,
    namespace: 'argocd',
    home,
    target,
    path: platform
      ? `infrastructure/${directory}/${component.name}`
      : `apps/${component.name}/overlays/${directory}/${target.region}`,
    interval: refreshInterval,
    components: [component],
    parent: home.hub ? component.name : undefined,
    children: [],
    automation: automationOf(component, target),
  };
}

function applicationsFor(home: ClusterPlan, target: ClusterPlan): Delivery[] {
  const platform = ['ingress-gateway', 'cert-manager', policyEngineFor(target)];
  if (target.environment === 'production') {
    platform.push('monitoring');
  }
  return [...platform.map(platformComponent), ...servicesOn(target)].map(
    component => application(home, target, component),
  );
}

/** Its cluster was given up, and nobody removed it. */
function forgotten(hub: ClusterPlan): Delivery {
  return {
    kind: 'Application',
    name: 'checkout-prod-sa-east-1-old',
    namespace: 'argocd',
    home: hub,
    target: undefined,
    path: 'apps/checkout/overlays/prod/sa-east-1',
    interval: refreshInterval,
    components: [],
    children: [],
    automation: 'none',
  };
}

/** What Argo CD on a cluster delivers: to itself, or from the hub to the spokes without an engine of their own. */
export function argocdDeliveries(
  plan: ClusterPlan,
  plans: ClusterPlan[],
): Delivery[] {
  if (!plan.hub) {
    return applicationsFor(plan, plan);
  }
  return [
    ...plans
      .filter(({ delivery }) => delivery === 'argocd-on-hub')
      .flatMap(target => applicationsFor(plan, target)),
    forgotten(plan),
  ];
}
