import type { NodeGroupValue } from './schema';

const name = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const taintKey =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const longestName = 63;

/** What is wrong with one of several groups of nodes, by the input that is to blame. */
export interface NodeGroupProblems {
  name?: string;
  minSize?: string;
  maxSize?: string;
  /** By the place of the taint. */
  taints?: Record<number, string>;
}

/** What is wrong with a group of nodes beside the others. What the hub makes of it, the hub's schema says. */
export function nodeGroupProblems(
  group: NodeGroupValue,
  others: readonly NodeGroupValue[],
): NodeGroupProblems {
  const { minSize, maxSize, taints = [] } = group;
  const wrongTaints = taints.flatMap(({ key }, index) =>
    taintKey.test(key)
      ? []
      : [
          [
            index,
            key ? `'${key}' is not a key of a taint` : 'A taint has a key',
          ] as const,
        ],
  );
  return {
    name: nameProblem(group, others),
    minSize: sizeProblem(minSize),
    maxSize:
      sizeProblem(maxSize) ??
      (minSize !== undefined && maxSize !== undefined && minSize > maxSize
        ? `At most ${maxSize} nodes are fewer than at least ${minSize}`
        : undefined),
    ...(wrongTaints.length > 0 && { taints: Object.fromEntries(wrongTaints) }),
  };
}

function nameProblem(
  group: NodeGroupValue,
  others: readonly NodeGroupValue[],
): string | undefined {
  if (!group.name) {
    return 'A group has a name';
  }
  if (group.name.length > longestName) {
    return `A name has at most ${longestName} characters`;
  }
  if (!name.test(group.name)) {
    return `'${group.name}' is not a name: lower-case letters a to z, digits and '-', the first and last of them a letter or digit`;
  }
  return others.some(other => other.name === group.name)
    ? `Another group is called ${group.name}`
    : undefined;
}

function sizeProblem(size: number | undefined): string | undefined {
  return size !== undefined && (!Number.isInteger(size) || size < 0)
    ? 'Write a whole number of nodes'
    : undefined;
}
