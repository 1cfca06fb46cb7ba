import {
  worstState,
  type ClaimStep,
  type ClaimStepName,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClaimFacts, StepFinding } from './ClaimFacts';

const longMs = 24 * 60 * 60_000;

/** Whether the API server of the new cluster is there. */
export function controlPlaneStep({ tree, cluster }: ClaimFacts): StepFinding {
  const plane = tree?.controlPlane;
  if (!plane) {
    return cluster?.reached
      ? { state: 'done', summary: 'The cluster has answered.' }
      : {
          state: 'waiting',
          summary: tree
            ? 'Nothing of it is known to be a control plane.'
            : 'Begins with provisioning.',
        };
  }
  const { title, state, summary, createdAt, readyAt, version } = plane;
  const runs = version ? `, and runs ${version}` : '';
  const common = { startedAt: createdAt };
  switch (state) {
    case 'healthy':
      return {
        ...common,
        state: 'done',
        summary: `${title} is up${runs}.`,
        endedAt: readyAt,
      };
    case 'failing':
    case 'degraded':
      return { ...common, state: 'failing', summary: `${title}: ${summary}` };
    default:
      return { ...common, state: 'active', summary: `${title}: ${summary}` };
  }
}

/** Whether it has what every cluster of the platform has. */
export function bootstrapStep(
  facts: ClaimFacts,
  controlPlane: StepFinding,
): StepFinding {
  const { cluster, bootstrap, makesCluster, before } = facts;
  const earlier = doneBefore('bootstrap', before);
  if (cluster && earlier) {
    return earlier;
  }
  const items = [...bootstrap];
  if (!cluster) {
    return {
      state: 'waiting',
      summary: `Can be seen once ${makesCluster} is in the fleet.`,
      items,
    };
  }
  const startedAt = controlPlane.endedAt;
  if (!cluster.reachable) {
    return {
      state: 'unknown',
      summary: `${makesCluster} cannot be asked: ${cluster.summary}`,
      startedAt,
      items,
    };
  }
  const open = items.filter(({ state }) => state !== 'healthy');
  if (open.length === 0) {
    return {
      state: 'done',
      summary: items.map(({ title }) => title).join(', '),
      startedAt,
      items,
    };
  }
  if (wasReadyBefore(facts)) {
    return {
      state: 'skipped',
      summary: `It was ready long before it was first looked at; it lacks ${open
        .map(({ title }) => title)
        .join(', ')}.`,
      items,
    };
  }
  const isFailing = worstState(open.map(({ state }) => state)) === 'failing';
  return {
    state: isFailing ? 'failing' : 'active',
    summary: open
      .map(({ title, summary }) => `${title}: ${summary}`)
      .join('; '),
    startedAt,
    items,
  };
}

/** What a new cluster has to have, others may never have had. */
function wasReadyBefore({ tree, before, now }: ClaimFacts): boolean {
  const earlier = before.find(({ step }) => step === 'bootstrap');
  const wasJudged = earlier?.state === 'active' || earlier?.state === 'failing';
  return (
    !wasJudged &&
    tree?.readyAt !== undefined &&
    Date.parse(now) - Date.parse(tree.readyAt) > longMs
  );
}

/** Whether the fleet has it. */
export function joinedStep(
  { cluster, makesCluster, before }: ClaimFacts,
  controlPlane: StepFinding,
): StepFinding {
  const earlier = doneBefore('joined', before);
  if (cluster && earlier) {
    return earlier;
  }
  if (!cluster) {
    return controlPlane.state === 'done'
      ? {
          state: 'active',
          summary: `No source of clusters names ${makesCluster} yet.`,
          startedAt: controlPlane.endedAt,
        }
      : { state: 'waiting', summary: 'Begins when the control plane is up.' };
  }
  const startedAt = controlPlane.endedAt;
  if (cluster.reachable) {
    return {
      state: 'done',
      summary: `${makesCluster} is in the fleet and answers; ${cluster.entityRef} stands for it in the catalog.`,
      startedAt,
    };
  }
  return {
    state: cluster.reached ? 'failing' : 'active',
    summary: `${makesCluster} is in the fleet: ${cluster.summary}`,
    startedAt,
  };
}

/** What became of a cluster after it was ready is told by the cluster, and is no step back. */
function doneBefore(
  name: ClaimStepName,
  before: readonly ClaimStep[],
): ClaimStep | undefined {
  return before.find(({ step, state }) => step === name && state === 'done');
}
