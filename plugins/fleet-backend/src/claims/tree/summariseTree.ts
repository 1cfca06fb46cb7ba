import {
  statesByUrgency,
  type ClaimLeaf,
  type State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { firstFailingLeaf } from './firstFailingLeaf';
import type { TreeContent, TreeNode } from './TreeNode';

/** As many as a person reads. */
const mostItems = 30;

/** What the tree of a claim comes down to, as it is kept beside the claim. */
export interface TreeSummary {
  state: State;
  summary: string;
  reason?: string;
  message?: string;
  since?: string;
  failing?: ClaimLeaf;
  ready: number;
  total: number;
  paused: boolean;
  deleting: boolean;
  createdAt?: string;
  readyAt?: string;
  /** Of the application that applies the claim. */
  ownerKey?: string;
  problems: string[];
  /** Worst first. */
  items: { title: string; state: State; summary: string }[];
  controlPlane?: ControlPlane;
}

/** The control plane of the cluster that is claimed. */
export interface ControlPlane {
  title: string;
  state: State;
  summary: string;
  createdAt?: string;
  readyAt?: string;
  /** Of Kubernetes. */
  version?: string;
}

/** Lifts to the top of a tree what a person has to know of it. */
export function summariseTree({ nodes, problems }: TreeContent): TreeSummary {
  const [root, ...below] = nodes;
  const leaf = firstFailingLeaf(nodes);
  const lifted =
    leaf?.state === 'failing' && leaf.path.length > 1 ? leaf : undefined;
  const told = nodes.filter(({ untold }) => !untold);
  const { record } = root;
  return {
    ...stateOf(root, lifted),
    failing: leaf,
    ready: told.filter(({ state }) => state === 'healthy').length,
    total: told.length,
    paused: record?.paused ?? false,
    deleting: record?.deleting ?? false,
    createdAt: record?.createdAt,
    readyAt: record?.readyAt,
    ownerKey: record?.ownerKey,
    problems,
    items: below
      .filter(({ role }) => role !== 'composite')
      .sort(byUrgency)
      .slice(0, mostItems)
      .map(({ kind, name, state, summary }) => ({
        title: `${kind} ${name}`,
        state,
        summary,
      })),
    controlPlane: controlPlaneOf(nodes),
  };
}

function stateOf(
  { state, summary, reason, message, since, record }: TreeNode,
  leaf: ClaimLeaf | undefined,
): Pick<TreeSummary, 'state' | 'summary' | 'reason' | 'message' | 'since'> {
  if (record?.paused) {
    return { state: 'suspended', summary, reason, message, since };
  }
  if (!leaf) {
    return { state, summary, reason, message, since };
  }
  return {
    // What was ready once and still says so is in use, with something wrong in it.
    state: state === 'healthy' ? 'degraded' : 'failing',
    summary: `${leaf.kind} ${leaf.name}: ${leaf.summary}`,
    reason: leaf.reason,
    message: leaf.message,
    since: leaf.since,
  };
}

/** Worst first, and alphabetically. */
export function byUrgency(a: TreeNode, b: TreeNode): number {
  return (
    statesByUrgency.indexOf(a.state) - statesByUrgency.indexOf(b.state) ||
    a.kind.localeCompare(b.kind) ||
    a.name.localeCompare(b.name)
  );
}

function controlPlaneOf(nodes: readonly TreeNode[]): ControlPlane | undefined {
  const found = nodes
    .filter(({ record }) => record?.controlPlane)
    .sort(byUrgency)[0];
  return (
    found && {
      title: `${found.kind} ${found.name}`,
      state: found.state,
      summary: found.summary,
      createdAt: found.record?.createdAt,
      readyAt: found.record?.readyAt,
      version: found.record?.clusterVersion,
    }
  );
}
