import type {
  ClusterDetail,
  NodeGroup,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { nodesProblem } from '../clusters/nodesProblem';
import { versionProblem } from '../clusters/versionProblem';

/** What a claim asks for before or after a change. */
export interface Asked {
  version?: string;
  nodeGroups: NodeGroup[];
}

/**
 * Why a change of a claim should not be made, as far as one can tell from what is asked for and from what runs. Empty: nothing speaks
 * against it. `running` is absent for a cluster that is not in the fleet yet.
 */
export function refusalsOf(
  before: Asked,
  after: Asked,
  running: ClusterDetail | undefined,
): string[] {
  return [
    ...versionRefusals(before, after, running),
    ...sizeRefusals(before, after, running),
  ];
}

function versionRefusals(
  before: Asked,
  { version }: Asked,
  running: ClusterDetail | undefined,
): string[] {
  if (version === undefined || version === before.version) {
    return [];
  }
  const asked = before.version && versionProblem(before.version, version);
  if (asked) {
    return [`version: ${asked}`];
  }
  const runs = running?.cluster.version;
  const live = runs && versionProblem(runs, version);
  return live ? [`version: the cluster runs ${runs} still: ${live}`] : [];
}

function sizeRefusals(
  before: Asked,
  after: Asked,
  running: ClusterDetail | undefined,
): string[] {
  if (!running || !shrinks(before.nodeGroups, after.nodeGroups)) {
    return [];
  }
  const { name, reachability } = running.cluster;
  if (reachability.outcome !== 'ok') {
    return [
      `nodeGroups: how many nodes ${name} runs is not known: ${
        reachability.message ?? reachability.outcome
      }`,
    ];
  }
  const problem = nodesProblem(
    { before: before.nodeGroups, after: after.nodeGroups },
    running.nodes,
  );
  return problem ? [`nodeGroups: ${problem}`] : [];
}

function shrinks(before: NodeGroup[], after: NodeGroup[]): boolean {
  return before.some(({ name, maxSize = 0 }) => {
    const group = after.find(other => other.name === name);
    return !group || (group.maxSize ?? Number.POSITIVE_INFINITY) < maxSize;
  });
}
