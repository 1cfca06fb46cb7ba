import { ClusterSpec, NodeGroup } from '../ClusterClaim';
import { managedSpec, Part, sibling } from '../Part';
import { quotaRefusal } from '../quota';

const account = '000000000000';
const ec2 = 'ec2.aws.upbound.io/v1beta1';
const iam = 'iam.aws.upbound.io/v1beta1';
const eks = 'eks.aws.upbound.io';

const policies = {
  'control-plane': ['AmazonEKSClusterPolicy'],
  nodes: [
    'AmazonEKSWorkerNodePolicy',
    'AmazonEKS_CNI_Policy',
    'AmazonEC2ContainerRegistryReadOnly',
  ],
};

/** What a cluster is made of on AWS: EKS in a network of its own. */
export function awsParts(
  name: string,
  spec: ClusterSpec,
  nodesVersion: string,
): Part[] {
  return [
    ...networkParts(name, spec),
    ...roleParts(name),
    controlPlane(name, spec),
    {
      name: 'oidc-provider',
      apiVersion: iam,
      kind: 'OpenIDConnectProvider',
      spec: managedSpec({
        clientIdList: ['sts.amazonaws.com'],
        url: issuer(name, spec),
      }),
      after: ['control-plane'],
      seconds: 4,
    },
    ...spec.nodeGroups.map(group => nodeGroup(name, spec, group, nodesVersion)),
    {
      name: 'cluster-auth',
      apiVersion: `${eks}/v1beta1`,
      kind: 'ClusterAuth',
      spec: managedSpec(
        { region: spec.region, clusterName: name, refreshPeriod: '10m' },
        {
          writeConnectionSecretToRef: {
            name: `${name}-kubeconfig`,
            namespace: 'crossplane-system',
          },
        },
      ),
      after: spec.nodeGroups.map(group => `node-group-${group.name}`),
      seconds: 2,
    },
  ];
}

function networkParts(name: string, { region }: ClusterSpec): Part[] {
  const ec2Part = (
    part: string,
    kind: string,
    seconds: number,
    forProvider: object,
    after: string[] = [],
  ): Part => ({
    name: part,
    apiVersion: ec2,
    kind,
    spec: managedSpec({ region, tags: { cluster: name }, ...forProvider }),
    after,
    seconds,
  });
  const inNetwork = { vpcIdSelector: sibling };
  const zones = ['a', 'b', 'c'];
  return [
    ec2Part('network', 'VPC', 5, {
      cidrBlock: '10.0.0.0/16',
      enableDnsHostnames: true,
      enableDnsSupport: true,
    }),
    ec2Part('internet-gateway', 'InternetGateway', 3, inNetwork, ['network']),
    ...zones.map((zone, index) =>
      ec2Part(
        `subnet-${zone}`,
        'Subnet',
        4,
        {
          ...inNetwork,
          availabilityZone: `${region}${zone}`,
          cidrBlock: `10.0.${index * 64}.0/18`,
        },
        ['network'],
      ),
    ),
    ec2Part('nat-address', 'EIP', 2, { domain: 'vpc' }, ['internet-gateway']),
    ec2Part(
      'nat-gateway',
      'NATGateway',
      8,
      { connectivityType: 'public', allocationIdSelector: sibling },
      ['nat-address', 'subnet-a'],
    ),
    ec2Part('routes', 'RouteTable', 3, inNetwork, ['nat-gateway']),
    ec2Part(
      'security-group',
      'SecurityGroup',
      3,
      { ...inNetwork, description: `Nodes of ${name}`, name: `${name}-nodes` },
      ['network'],
    ),
  ];
}

function roleParts(name: string): Part[] {
  return (['control-plane', 'nodes'] as const).flatMap(use => {
    const service = use === 'nodes' ? 'ec2' : 'eks';
    return [
      {
        name: `role-${use}`,
        apiVersion: iam,
        kind: 'Role',
        spec: managedSpec({
          assumeRolePolicy: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: `${service}.amazonaws.com` },
                Action: 'sts:AssumeRole',
              },
            ],
          }),
        }),
        external: `${name}-${use}`,
        seconds: 4,
      },
      ...policies[use].map(policy => ({
        name: `role-${use}-${policy.toLowerCase().replaceAll('_', '-')}`,
        apiVersion: iam,
        kind: 'RolePolicyAttachment',
        spec: managedSpec({
          policyArn: `arn:aws:iam::aws:policy/${policy}`,
          role: `${name}-${use}`,
        }),
        after: [`role-${use}`],
        seconds: 2,
      })),
    ];
  });
}

function controlPlane(name: string, spec: ClusterSpec): Part {
  const { region, kubernetes } = spec;
  const { version } = kubernetes;
  return {
    name: 'control-plane',
    apiVersion: `${eks}/v1beta2`,
    kind: 'Cluster',
    spec: managedSpec({
      region,
      version,
      roleArn: `arn:aws:iam::${account}:role/${name}-control-plane`,
      accessConfig: { authenticationMode: 'API' },
      vpcConfig: {
        endpointPublicAccess: false,
        endpointPrivateAccess: true,
        subnetIdSelector: sibling,
      },
    }),
    after: [
      'nat-gateway',
      'subnet-b',
      'subnet-c',
      'security-group',
      'role-control-plane-amazoneksclusterpolicy',
    ],
    external: name,
    seconds: 30,
    observed: {
      arn: `arn:aws:eks:${region}:${account}:cluster/${name}`,
      endpoint: `https://${name}.eks.${region}.example.org`,
      identity: [{ oidc: [{ issuer: issuer(name, spec) }] }],
      platformVersion: 'eks.9',
      status: 'ACTIVE',
      version,
    },
  };
}

function issuer(name: string, { region }: ClusterSpec): string {
  return `https://oidc.eks.${region}.example.org/id/${name}`;
}

function nodeGroup(
  cluster: string,
  { region }: ClusterSpec,
  { name, instanceType, minSize, maxSize, taints }: NodeGroup,
  version: string,
): Part {
  const scalingConfig = { desiredSize: minSize, minSize, maxSize };
  const effects: Record<string, string> = {
    NoSchedule: 'NO_SCHEDULE',
    NoExecute: 'NO_EXECUTE',
    PreferNoSchedule: 'PREFER_NO_SCHEDULE',
  };
  return {
    name: `node-group-${name}`,
    apiVersion: `${eks}/v1beta2`,
    kind: 'NodeGroup',
    spec: managedSpec({
      region,
      clusterName: cluster,
      nodeRoleArn: `arn:aws:iam::${account}:role/${cluster}-nodes`,
      instanceTypes: [instanceType],
      scalingConfig,
      subnetIdSelector: sibling,
      version,
      ...(taints?.length && {
        taint: taints.map(taint => ({
          ...taint,
          effect: effects[taint.effect],
        })),
      }),
    }),
    after: [
      'control-plane',
      'role-nodes-amazoneksworkernodepolicy',
      'role-nodes-amazoneks-cni-policy',
      'role-nodes-amazonec2containerregistryreadonly',
    ],
    external: `${cluster}:${name}`,
    seconds: 18,
    observed: {
      arn: `arn:aws:eks:${region}:${account}:nodegroup/${cluster}/${name}`,
      scalingConfig,
      status: 'ACTIVE',
      version,
    },
    refusal: quotaRefusal('aws', `${cluster}:${name}`, instanceType),
  };
}
