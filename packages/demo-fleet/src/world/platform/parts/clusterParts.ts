import { ClusterSpec } from '../ClusterClaim';
import { Part } from '../Part';
import { awsParts } from './awsParts';
import { azureParts } from './azureParts';
import { bootstrapParts } from './bootstrapParts';
import { gcpParts } from './gcpParts';
import { usagePart } from './usagePart';

const providers = { aws: awsParts, gcp: gcpParts, azure: azureParts };

/** What the composite of a cluster is made of. Nodes follow the control plane: they get the version that it runs by now. */
export function clusterParts(
  composite: string,
  name: string,
  spec: ClusterSpec,
  running = spec.kubernetes.version,
): Part[] {
  const cloud = providers[spec.cloudProvider](name, spec, running);
  const find = (part: string) => cloud.find(each => each.name === part)!;
  const groups = spec.nodeGroups.map(group => `node-group-${group.name}`);
  return [
    ...cloud,
    ...spec.nodeGroups.map((group, index) =>
      usagePart(
        composite,
        group.name,
        find('control-plane'),
        find(groups[index]),
      ),
    ),
    ...bootstrapParts(
      name,
      spec,
      find('cluster-auth') ? ['cluster-auth'] : groups,
    ),
  ];
}
