import { ResourceDefinition } from '../../types';
import { platformGroup } from '../platform/ClusterClaim';
import { clusterSchema } from '../platform/clusterDefinition';
import { databaseSchema } from '../platform/databaseDefinition';
import { resource } from './resource';

const status = { subresources: ['status' as const] };

/** Crossplane's own kinds, of which most lie in no namespace. */
const own = (
  group: string,
  versions: string[],
  kind: string,
  options: Partial<ResourceDefinition> = {},
) =>
  resource(`${group}.crossplane.io`, versions, kind, {
    ...status,
    namespaced: false,
    categories: ['crossplane'],
    ...options,
  });

const packages = ['Configuration', 'Function', 'Provider'].flatMap(kind => [
  own('pkg', ['v1'], kind, { categories: ['crossplane', 'pkg'] }),
  own('pkg', ['v1'], `${kind}Revision`, {
    categories: ['crossplane', 'pkgrev'],
  }),
]);

/** What a provider manages in its cloud. */
const managed = (
  provider: string,
  group: string,
  version: string,
  kinds: string[],
  namespaced = false,
) =>
  kinds.map(kind =>
    resource(group, [version], kind, {
      ...status,
      namespaced,
      categories: ['crossplane', 'managed', provider],
    }),
  );

const aws = [
  ...managed('aws', 'ec2.aws.upbound.io', 'v1beta1', [
    'EIP',
    'InternetGateway',
    'NATGateway',
    'RouteTable',
    'SecurityGroup',
    'Subnet',
    'VPC',
  ]),
  ...managed('aws', 'iam.aws.upbound.io', 'v1beta1', [
    'OpenIDConnectProvider',
    'Role',
    'RolePolicyAttachment',
  ]),
  ...managed('aws', 'eks.aws.upbound.io', 'v1beta2', ['Cluster', 'NodeGroup']),
  ...managed('aws', 'eks.aws.upbound.io', 'v1beta1', ['ClusterAuth']),
  ...managed('aws', 'ec2.aws.m.upbound.io', 'v1beta1', ['SecurityGroup'], true),
  ...managed(
    'aws',
    'rds.aws.m.upbound.io',
    'v1beta1',
    ['Instance', 'SubnetGroup'],
    true,
  ),
];

const gcp = [
  ...managed('gcp', 'compute.gcp.upbound.io', 'v1beta1', ['Network']),
  ...managed('gcp', 'compute.gcp.upbound.io', 'v1beta2', [
    'Router',
    'RouterNAT',
    'Subnetwork',
  ]),
  ...managed('gcp', 'cloudplatform.gcp.upbound.io', 'v1beta1', [
    'ServiceAccount',
  ]),
  ...managed('gcp', 'cloudplatform.gcp.upbound.io', 'v1beta2', [
    'ProjectIAMMember',
  ]),
  ...managed('gcp', 'container.gcp.upbound.io', 'v1beta2', [
    'Cluster',
    'NodePool',
  ]),
];

const azure = [
  ...managed('azure', 'azure.upbound.io', 'v1beta1', ['ResourceGroup']),
  ...managed('azure', 'network.azure.upbound.io', 'v1beta2', [
    'Subnet',
    'VirtualNetwork',
  ]),
  ...managed('azure', 'network.azure.upbound.io', 'v1beta1', ['SecurityGroup']),
  ...managed('azure', 'managedidentity.azure.upbound.io', 'v1beta1', [
    'UserAssignedIdentity',
  ]),
  ...managed('azure', 'authorization.azure.upbound.io', 'v1beta1', [
    'RoleAssignment',
  ]),
  ...managed('azure', 'containerservice.azure.upbound.io', 'v1beta2', [
    'KubernetesCluster',
    'KubernetesClusterNodePool',
  ]),
];

/** Crossplane 2.3 with its providers, and the kinds that the platform offers. */
export const crossplaneResources: ResourceDefinition[] = [
  own('apiextensions', ['v2', 'v1'], 'CompositeResourceDefinition', {
    shortNames: ['xrd', 'xrds'],
  }),
  own('apiextensions', ['v1'], 'Composition', {
    shortNames: ['comp'],
    subresources: undefined,
  }),
  own('apiextensions', ['v1'], 'CompositionRevision', {
    shortNames: ['comprev'],
  }),
  ...packages,
  own('protection', ['v1beta1'], 'ClusterUsage'),
  own('protection', ['v1beta1'], 'Usage', { namespaced: true }),
  ...aws,
  ...gcp,
  ...azure,
  ...managed('helm', 'helm.crossplane.io', 'v1beta1', ['Release']),
  ...managed('kubernetes', 'kubernetes.crossplane.io', 'v1alpha2', ['Object']),
  resource(platformGroup, ['v1alpha1'], 'XKubernetesCluster', {
    ...status,
    namespaced: false,
    categories: ['composite'],
  }),
  resource(platformGroup, ['v1alpha1'], 'KubernetesCluster', {
    ...status,
    categories: ['claim'],
    schema: clusterSchema,
  }),
  resource(platformGroup, ['v1alpha1'], 'PostgresDatabase', {
    ...status,
    categories: ['composite'],
    schema: databaseSchema,
  }),
];
