import type { Node } from '@fleetcommander/backstage-plugin-fleet-common';

/** A node group, as far as it bounds how many nodes run. */
export interface NodeRoom {
  name: string;
  instanceType?: string;
  maxSize?: number;
}

/**
 * Why node groups have no room for the nodes that run: in all, or for those of an instance type. Undefined where they have, or set no
 * bounds. Nodes do not say of which group they are. A group that gets another instance type has its nodes replaced, which is no shrinking.
 */
export function nodesProblem(
  groups: { before: readonly NodeRoom[]; after: readonly NodeRoom[] },
  nodes: readonly Pick<Node, 'instanceType'>[],
): string | undefined {
  const { before, after } = groups;
  const replaced = before
    .filter(({ name, instanceType }) =>
      after.some(
        group => group.name === name && group.instanceType !== instanceType,
      ),
    )
    .map(({ instanceType }) => instanceType);
  const room = roomOf(after);
  if (room < nodes.length) {
    return `${nodes.length} nodes run, and the node groups would have room for ${room}`;
  }
  for (const instanceType of new Set(nodes.map(node => node.instanceType))) {
    if (instanceType === undefined || replaced.includes(instanceType)) {
      continue;
    }
    const running = nodes.filter(node => node.instanceType === instanceType);
    const roomForType = roomOf(
      after.filter(
        group =>
          group.instanceType === undefined ||
          group.instanceType === instanceType,
      ),
    );
    if (roomForType < running.length) {
      return `${running.length} nodes of ${instanceType} run, and its node groups would have room for ${roomForType}`;
    }
  }
  return undefined;
}

function roomOf(groups: readonly NodeRoom[]): number {
  return groups.reduce(
    (sum, { maxSize = Number.POSITIVE_INFINITY }) => sum + maxSize,
    0,
  );
}
