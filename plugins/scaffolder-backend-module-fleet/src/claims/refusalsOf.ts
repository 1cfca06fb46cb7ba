import type { NodeGroup } from '@fleetcommander/backstage-plugin-fleet-common';
import type { FoundCluster } from '../clusters/findCluster';
import { nodesProblem } from '../clusters/nodesProblem';
import { versionProblem } from '../clusters/versionProblem';

/** What a claim asks for before or after a change. */
export interface Asked {
  version?: string;
  nodeGroups: NodeGroup[];
}

/** What a claim made. */
interface Made {
  name: string;
  cluster: FoundCluster;
}

/**
 * Why a change of a claim should not be made, as far as one can tell from what is asked for and from what runs. Empty: nothing speaks
 * against it.
 */
export function refusalsOf(before: Asked, after: Asked, made: Made): string[] {
  return [
    ...versionRefusals(before, after, made),
    ...sizeRefusals(before, after, made),
  ];
}

function versionRefusals(
  before: Asked,
  { version }: Asked,
  { name, cluster }: Made,
): string[] {
  if (version === undefined || version === before.version) {
    return [];
  }
  const asked = before.version && versionProblem(before.version, version);
  if (asked) {
    return [`version: ${asked}`];
  }
  if (cluster === 'hidden') {
    return [
      `version: which version ${name} runs cannot be told: you may not see it`,
    ];
  }
  const runs = cluster?.cluster.version;
  const live = runs && versionProblem(runs, version);
  return live ? [`version: the cluster runs ${runs} still: ${live}`] : [];
}

function sizeRefusals(
  before: Asked,
  after: Asked,
  { name, cluster }: Made,
): string[] {
  if (!cluster || !shrinks(before.nodeGroups, after.nodeGroups)) {
    return [];
  }
  if (cluster === 'hidden') {
    return [
      `nodeGroups: how many nodes ${name} runs cannot be told: you may not see it`,
    ];
  }
  const { reachability } = cluster.cluster;
  if (reachability.outcome !== 'ok') {
    return [
      `nodeGroups: how many nodes ${name} runs is not known: ${
        reachability.message ?? reachability.outcome
      }`,
    ];
  }
  const problem = nodesProblem(
    { before: before.nodeGroups, after: after.nodeGroups },
    cluster.nodes,
  );
  return problem ? [`nodeGroups: ${problem}`] : [];
}

function shrinks(before: NodeGroup[], after: NodeGroup[]): boolean {
  return before.some(({ name, maxSize = 0 }) => {
    const group = after.find(other => other.name === name);
    return !group || (group.maxSize ?? Number.POSITIVE_INFINITY) < maxSize;
  });
}
