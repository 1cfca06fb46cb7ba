import type {
  ClaimLeaf,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { TreeNode } from './TreeNode';

/** Worst first; what is in none of these holds nothing up. */
const holdingUp: readonly State[] = ['failing', 'degraded', 'progressing'];

/**
 * The object that everything above it waits for: on each branch the deepest that fails, and of these the one that has failed longest.
 * Where nothing fails, the one that has not been ready for longest. Crossplane tells of neither at the top.
 */
export function firstFailingLeaf(
  nodes: readonly TreeNode[],
): ClaimLeaf | undefined {
  const byId = new Map(nodes.map(node => [node.id, node]));
  for (const state of holdingUp) {
    const candidates = nodes.filter(node => node.state === state);
    const above = new Set(
      candidates.flatMap(node => ancestorsOf(node, byId).map(({ id }) => id)),
    );
    const [first] = candidates
      .filter(({ id }) => !above.has(id))
      .sort(bySinceThenDepth);
    if (first) {
      return leafOf(first, byId);
    }
  }
  return undefined;
}

function bySinceThenDepth(a: TreeNode, b: TreeNode): number {
  // What does not say since when comes after what does.
  const [left, right] = [a.since ?? '~', b.since ?? '~'];
  if (left !== right) {
    return left < right ? -1 : 1;
  }
  return b.depth - a.depth || (a.id < b.id ? -1 : 1);
}

/** From its parent to the claim. */
function ancestorsOf(
  node: TreeNode,
  byId: ReadonlyMap<string, TreeNode>,
): TreeNode[] {
  const ancestors: TreeNode[] = [];
  for (
    let parent = byId.get(node.parentId ?? '');
    parent;
    parent = byId.get(parent.parentId ?? '')
  ) {
    ancestors.push(parent);
  }
  return ancestors;
}

function leafOf(
  node: TreeNode,
  byId: ReadonlyMap<string, TreeNode>,
): ClaimLeaf {
  const { apiVersion, kind, namespace, name } = node;
  const { state, summary, reason, message, since } = node;
  return {
    apiVersion,
    kind,
    namespace,
    name,
    state,
    summary,
    reason,
    message,
    since,
    path: [...ancestorsOf(node, byId).reverse(), node].map(
      item => `${item.kind}/${item.name}`,
    ),
  };
}
