import { composedName, Part } from '../Part';

/** Keeps the control plane until a node group is gone: without it, the cloud would be left with nodes that nobody can remove. */
export function usagePart(
  composite: string,
  group: string,
  controlPlane: Part,
  nodeGroup: Part,
): Part {
  const refer = ({ apiVersion, kind, name }: Part) => ({
    apiVersion,
    kind,
    resourceRef: { name: composedName(composite, name) },
  });
  return {
    name: `usage-${group}`,
    apiVersion: 'protection.crossplane.io/v1beta1',
    kind: 'ClusterUsage',
    spec: {
      of: refer(controlPlane),
      by: refer(nodeGroup),
      reason: `Node group ${group} runs on it`,
      replayDeletion: true,
    },
    after: [nodeGroup.name],
    seconds: 1,
  };
}
