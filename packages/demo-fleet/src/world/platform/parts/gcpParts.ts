import { ClusterSpec, NodeGroup } from '../ClusterClaim';
import { managedSpec, Part, sibling } from '../Part';
import { quotaRefusal } from '../quota';

const project = 'fleet-demo';
const taintEffects: Record<string, string> = {
  NoSchedule: 'NO_SCHEDULE',
  NoExecute: 'NO_EXECUTE',
  PreferNoSchedule: 'PREFER_NO_SCHEDULE',
};

/** What a cluster is made of on Google Cloud: GKE in a network of its own. */
export function gcpParts(
  name: string,
  spec: ClusterSpec,
  nodesVersion: string,
): Part[] {
  const { region, kubernetes, environment } = spec;
  const path = `projects/${project}/locations/${region}/clusters/${name}`;
  return [
    {
      name: 'network',
      apiVersion: 'compute.gcp.upbound.io/v1beta1',
      kind: 'Network',
      spec: managedSpec(
        { project, autoCreateSubnetworks: false, routingMode: 'REGIONAL' },
        // Others are peered with the networks of production.
        environment === 'production' ? { deletionPolicy: 'Orphan' } : {},
      ),
      external: name,
      seconds: 5,
    },
    {
      name: 'subnetwork',
      apiVersion: 'compute.gcp.upbound.io/v1beta2',
      kind: 'Subnetwork',
      spec: managedSpec({
        project,
        region,
        ipCidrRange: '10.0.0.0/18',
        networkSelector: sibling,
        privateIpGoogleAccess: true,
      }),
      after: ['network'],
      seconds: 4,
    },
    {
      name: 'router',
      apiVersion: 'compute.gcp.upbound.io/v1beta2',
      kind: 'Router',
      spec: managedSpec({ project, region, networkSelector: sibling }),
      after: ['network'],
      seconds: 3,
    },
    {
      name: 'nat',
      apiVersion: 'compute.gcp.upbound.io/v1beta2',
      kind: 'RouterNAT',
      spec: managedSpec({
        project,
        region,
        natIpAllocateOption: 'AUTO_ONLY',
        routerSelector: sibling,
        sourceSubnetworkIpRangesToNat: 'ALL_SUBNETWORKS_ALL_IP_RANGES',
      }),
      after: ['router'],
      seconds: 5,
    },
    {
      name: 'node-account',
      apiVersion: 'cloudplatform.gcp.upbound.io/v1beta1',
      kind: 'ServiceAccount',
      spec: managedSpec({ project, displayName: `Nodes of ${name}` }),
      seconds: 3,
    },
    {
      name: 'node-account-logging',
      apiVersion: 'cloudplatform.gcp.upbound.io/v1beta2',
      kind: 'ProjectIAMMember',
      spec: managedSpec({
        project,
        role: 'roles/container.defaultNodeServiceAccount',
        member: `serviceAccount:${name}@${project}.iam.gserviceaccount.com`,
      }),
      after: ['node-account'],
      seconds: 2,
    },
    {
      name: 'control-plane',
      apiVersion: 'container.gcp.upbound.io/v1beta2',
      kind: 'Cluster',
      spec: managedSpec(
        {
          project,
          location: region,
          minMasterVersion: kubernetes.version,
          removeDefaultNodePool: true,
          initialNodeCount: 1,
          networkSelector: sibling,
          subnetworkSelector: sibling,
        },
        {
          writeConnectionSecretToRef: {
            name: `${name}-kubeconfig`,
            namespace: 'crossplane-system',
          },
        },
      ),
      after: ['subnetwork', 'nat', 'node-account-logging'],
      external: name,
      seconds: 28,
      observed: {
        id: path,
        endpoint: '10.0.0.2',
        masterVersion: `${kubernetes.version}.1-gke.1000`,
      },
    },
    ...spec.nodeGroups.map(group => nodePool(path, spec, group, nodesVersion)),
  ];
}

function nodePool(
  cluster: string,
  { region }: ClusterSpec,
  { name, instanceType, minSize, maxSize, taints }: NodeGroup,
  version: string,
): Part {
  const sizes = {
    autoscaling: { minNodeCount: minSize, maxNodeCount: maxSize },
    nodeCount: minSize,
    version,
  };
  return {
    name: `node-group-${name}`,
    apiVersion: 'container.gcp.upbound.io/v1beta2',
    kind: 'NodePool',
    spec: managedSpec({
      project,
      location: region,
      clusterSelector: sibling,
      ...sizes,
      nodeConfig: {
        machineType: instanceType,
        ...(taints?.length && {
          taint: taints.map(({ key, value = '', effect }) => ({
            key,
            value,
            effect: taintEffects[effect],
          })),
        }),
      },
    }),
    after: ['control-plane'],
    external: name,
    seconds: 18,
    observed: { id: `${cluster}/nodePools/${name}`, ...sizes },
    refusal: quotaRefusal('gcp', `${cluster}/nodePools/${name}`, instanceType),
  };
}
