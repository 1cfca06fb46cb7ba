import { ClusterSpec, NodeGroup } from '../ClusterClaim';
import { managedSpec, Part, sibling } from '../Part';
import { quotaRefusal } from '../quota';

const subscription =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';

/** What a cluster is made of on Azure: AKS in a resource group of its own. */
export function azureParts(
  name: string,
  spec: ClusterSpec,
  nodesVersion: string,
): Part[] {
  const { region, kubernetes } = spec;
  const id = `${subscription}/${name}/providers/Microsoft.ContainerService/managedClusters/${name}`;
  const here = { location: region, resourceGroupNameSelector: sibling };
  return [
    {
      name: 'resource-group',
      apiVersion: 'azure.upbound.io/v1beta1',
      kind: 'ResourceGroup',
      spec: managedSpec({ location: region, tags: { cluster: name } }),
      external: name,
      seconds: 3,
    },
    {
      name: 'network',
      apiVersion: 'network.azure.upbound.io/v1beta2',
      kind: 'VirtualNetwork',
      spec: managedSpec({ ...here, addressSpace: ['10.0.0.0/16'] }),
      after: ['resource-group'],
      seconds: 5,
    },
    {
      name: 'subnet',
      apiVersion: 'network.azure.upbound.io/v1beta2',
      kind: 'Subnet',
      spec: managedSpec({
        addressPrefixes: ['10.0.0.0/18'],
        resourceGroupNameSelector: sibling,
        virtualNetworkNameSelector: sibling,
      }),
      after: ['network'],
      seconds: 4,
    },
    {
      name: 'security-group',
      apiVersion: 'network.azure.upbound.io/v1beta1',
      kind: 'SecurityGroup',
      spec: managedSpec(here),
      after: ['resource-group'],
      seconds: 3,
    },
    {
      name: 'identity',
      apiVersion: 'managedidentity.azure.upbound.io/v1beta1',
      kind: 'UserAssignedIdentity',
      spec: managedSpec({ ...here, name: `${name}-control-plane` }),
      after: ['resource-group'],
      seconds: 3,
    },
    {
      name: 'identity-network',
      apiVersion: 'authorization.azure.upbound.io/v1beta1',
      kind: 'RoleAssignment',
      spec: managedSpec({
        roleDefinitionName: 'Network Contributor',
        scope: `${subscription}/${name}`,
        principalIdSelector: sibling,
      }),
      after: ['identity', 'subnet'],
      seconds: 3,
    },
    {
      name: 'control-plane',
      apiVersion: 'containerservice.azure.upbound.io/v1beta2',
      kind: 'KubernetesCluster',
      spec: managedSpec(
        {
          ...here,
          dnsPrefix: name,
          kubernetesVersion: kubernetes.version,
          oidcIssuerEnabled: true,
          identity: { type: 'UserAssigned' },
          defaultNodePool: {
            name: 'system',
            vmSize: 'Standard_D4s_v5',
            nodeCount: 1,
          },
        },
        {
          writeConnectionSecretToRef: {
            name: `${name}-kubeconfig`,
            namespace: 'crossplane-system',
          },
        },
      ),
      after: ['identity-network', 'security-group'],
      external: name,
      seconds: 28,
      observed: {
        id,
        fqdn: `${name}.${region}.example.org`,
        currentKubernetesVersion: kubernetes.version,
        kubernetesVersion: kubernetes.version,
      },
    },
    ...spec.nodeGroups.map(group => nodePool(id, group, nodesVersion)),
  ];
}

function nodePool(
  cluster: string,
  { name, instanceType, minSize, maxSize, taints }: NodeGroup,
  version: string,
): Part {
  const sizes = {
    autoScalingEnabled: true,
    minCount: minSize,
    maxCount: maxSize,
    nodeCount: minSize,
    orchestratorVersion: version,
  };
  const id = `${cluster}/agentPools/${name}`;
  return {
    name: `node-group-${name}`,
    apiVersion: 'containerservice.azure.upbound.io/v1beta2',
    kind: 'KubernetesClusterNodePool',
    spec: managedSpec({
      kubernetesClusterIdSelector: sibling,
      vmSize: instanceType,
      ...sizes,
      ...(taints?.length && {
        nodeTaints: taints.map(
          ({ key, value = '', effect }) => `${key}=${value}:${effect}`,
        ),
      }),
    }),
    after: ['control-plane'],
    external: name,
    seconds: 18,
    observed: { id, ...sizes },
    refusal: quotaRefusal('azure', id, instanceType),
  };
}
