interface DeprecatedApi {
  group: string;
  version: string;
  resource: string;
  /** Empty where nobody has said when. */
  removedIn: string;
}

/** What clients of clusters that lag behind still ask for. */
const oldClients: readonly DeprecatedApi[] = [
  {
    group: 'resource.k8s.io',
    version: 'v1alpha3',
    resource: 'resourceclaims',
    removedIn: '1.34',
  },
  {
    group: 'networking.k8s.io',
    version: 'v1beta1',
    resource: 'ipaddresses',
    removedIn: '1.37',
  },
  { group: '', version: 'v1', resource: 'endpoints', removedIn: '' },
];

/** The part of an API server's metrics that tells which deprecated APIs are in use. */
export function metrics(kubernetesVersion: string): string {
  const apis = kubernetesVersion.startsWith('v1.33.') ? oldClients : [];
  return [
    '# HELP apiserver_requested_deprecated_apis [STABLE] Gauge of deprecated APIs that have been requested, broken out by API group, version, resource, subresource, and removed_release.',
    '# TYPE apiserver_requested_deprecated_apis gauge',
    ...apis.map(
      ({ group, version, resource, removedIn }) =>
        `apiserver_requested_deprecated_apis{group="${group}",removed_release="${removedIn}",resource="${resource}",subresource="",version="${version}"} 1`,
    ),
    '',
  ].join('\n');
}
