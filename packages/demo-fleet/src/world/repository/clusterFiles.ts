import { stringify } from 'yaml';
import { ClusterPlan, KubernetesObject } from '../../types';
import { directoryOf } from '../plans';
import { folderOfCluster, folderOfExceptions } from './fleetRoots';
import { claimsKustomization } from './fromKustomization';
import { Files } from './kustomize/Files';

/** An application of the repository, and where it runs. */
interface Placement {
  application: string;
  clusters: readonly string[];
  /** Production has an overlay for each region. */
  byRegion?: boolean;
}

const placements: readonly Placement[] = [
  {
    application: 'bookings',
    byRegion: true,
    clusters: [
      ...['dev-us-east-1', 'dev-eu-west-1'],
      ...['staging-us-east-1', 'staging-ap-south-1'],
      ...['prod-us-east-1', 'prod-eu-west-1', 'prod-ap-south-1'],
    ],
  },
  {
    application: 'pricing',
    clusters: [
      ...['dev-us-east-1', 'dev-eu-west-1', 'staging-us-east-1'],
      ...['prod-us-east-1', 'prod-eu-west-1'],
    ],
  },
  {
    application: 'tickets',
    clusters: [
      ...['dev-us-east-1', 'staging-us-east-1'],
      ...['prod-us-east-1', 'prod-ap-south-1'],
    ],
  },
];

const claims = {
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: claimsKustomization,
  spec: {
    interval: '10m0s',
    path: './infrastructure/claims',
    prune: true,
    retryInterval: '2m0s',
    sourceRef: { kind: 'GitRepository', name: 'fleet' },
    timeout: '2m0s',
  },
};

const tenants = {
  ...claims,
  metadata: { name: 'tenants', namespace: 'flux-system' },
  spec: { ...claims.spec, path: './tenants' },
};

function tenantsApplication(plan: ClusterPlan, url: string): object {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: nameOn(plan, 'tenants'), namespace: 'argocd' },
    spec: {
      project: 'default',
      source: { repoURL: url, path: 'tenants', targetRevision: 'main' },
      destination: destinationOf(plan),
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['ServerSideApply=true'],
      },
    },
  };
}

/** Where the Flux or Argo CD of a cluster begins, with what delivers each application to it and what its policies let through. */
export function clusterFiles(
  plan: ClusterPlan,
  url: string,
  exceptions: readonly KubernetesObject[] = [],
): Files {
  const here = folderOfCluster(plan);
  const placed = placements.filter(({ clusters }) =>
    clusters.includes(plan.name),
  );
  const resources = [
    plan.hub ? 'claims.yaml' : 'tenants.yaml',
    ...placed.map(each => `${each.application}.yaml`),
    ...(exceptions.length > 0 ? ['exceptions'] : []),
  ];
  const deliver = plan.delivery === 'flux' ? kustomization : application;
  return {
    [`${here}/kustomization.yaml`]: listOf(resources),
    ...exceptionFiles(plan, exceptions),
    ...(plan.hub
      ? { [`${here}/claims.yaml`]: stringify(claims) }
      : {
          [`${here}/tenants.yaml`]: stringify(
            plan.delivery === 'flux' ? tenants : tenantsApplication(plan, url),
          ),
        }),
    ...Object.fromEntries(
      placed.map(placement => [
        `${here}/${placement.application}.yaml`,
        stringify(deliver(placement, plan, url)),
      ]),
    ),
  };
}

function exceptionFiles(
  plan: ClusterPlan,
  exceptions: readonly KubernetesObject[],
): Files {
  if (exceptions.length === 0) {
    return {};
  }
  const here = folderOfExceptions(plan);
  const named = exceptions.map(
    exception => [`${exception.metadata.name}.yaml`, exception] as const,
  );
  return {
    [`${here}/kustomization.yaml`]: listOf(named.map(([file]) => file)),
    ...Object.fromEntries(
      named.map(([file, exception]) => [
        `${here}/${file}`,
        stringify(exception),
      ]),
    ),
  };
}

function listOf(resources: readonly string[]): string {
  return stringify({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
  });
}

function overlayOf(
  { application: name, byRegion }: Placement,
  plan: ClusterPlan,
): string {
  const region =
    byRegion && plan.environment === 'production' ? `/${plan.region}` : '';
  return `apps/${name}/overlays/${directoryOf(plan)}${region}`;
}

function kustomization(placement: Placement, plan: ClusterPlan): object {
  const { application: name } = placement;
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: {
      name,
      namespace: 'flux-system',
      labels: { 'backstage.io/kubernetes-id': name },
    },
    spec: {
      interval: '10m0s',
      path: `./${overlayOf(placement, plan)}`,
      prune: true,
      retryInterval: '1m0s',
      sourceRef: { kind: 'GitRepository', name: 'fleet' },
      timeout: '2m0s',
      wait: true,
    },
  };
}

function application(
  placement: Placement,
  plan: ClusterPlan,
  url: string,
): object {
  const { application: name } = placement;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: nameOn(plan, name),
      namespace: 'argocd',
      labels: { 'backstage.io/kubernetes-id': name },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project: 'default',
      source: {
        repoURL: url,
        path: overlayOf(placement, plan),
        targetRevision: 'main',
      },
      destination: { ...destinationOf(plan), namespace: 'travel' },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['ServerSideApply=true'],
      },
    },
  };
}

/** An Application on the hub says in its name which cluster it is for. */
function nameOn({ name, delivery }: ClusterPlan, what: string): string {
  return delivery === 'argocd-on-hub' ? `${what}-${name}` : what;
}

function destinationOf({ name, delivery }: ClusterPlan): object {
  return delivery === 'argocd-on-hub'
    ? { name }
    : { server: 'https://kubernetes.default.svc' };
}
