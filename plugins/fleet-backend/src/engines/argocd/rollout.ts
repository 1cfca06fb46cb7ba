import type {
  CanaryRecord,
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { containerImages } from '../containerImages';
import { explain } from '../explain';
import {
  countOf,
  fieldsOf,
  itemsOf,
  nameOf,
  numberOf,
  textOf,
  timeOf,
  type Fields,
} from '../fields';
import { imageVersion } from '../imageVersion';
import { recordOf, type Health } from '../recordOf';
import { workloadRecord } from '../workloadRecord';

/** Rollouts: a workload, and how far its new version has come. */
export const rollout: EngineKind = {
  group: 'argoproj.io',
  kind: 'Rollout',
  plural: 'rollouts',
  versions: ['v1alpha1'],
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    const health = healthOf(object, spec, status);
    return [
      workloadRecord('argocd', object, context, {
        health,
        podTemplate: spec.template,
        desired: countOf(spec.replicas, 1),
        ready: countOf(status.readyReplicas),
      }),
      {
        type: 'canary',
        ...recordOf('argocd', object, context, health),
        ...stepsOf(spec, status),
        ...versionsOf(spec, status),
        target: targetOf(object, spec),
        progress: progressOf(status),
      },
    ];
  },
};

function healthOf(
  { metadata }: KubernetesObject,
  spec: Fields,
  status: Fields,
): Health {
  if (metadata.deletionTimestamp) {
    return {
      state: 'progressing',
      summary: 'is being deleted',
      since: timeOf(metadata.deletionTimestamp),
    };
  }
  const phase = textOf(status.phase);
  const message = textOf(status.message);
  const pause = fieldsOf(itemsOf(status.pauseConditions)[0]);
  const told = { reason: textOf(pause.reason) ?? phase, message };
  if (spec.paused === true || phase === 'Paused') {
    return {
      state: 'suspended',
      summary: explain('is paused', message),
      ...told,
      since: timeOf(pause.startTime),
    };
  }
  // A number in quotes; before Rollouts 1.0 it was a hash.
  const observed = Number(status.observedGeneration);
  if (observed < (numberOf(metadata.generation) ?? 0)) {
    return {
      state: 'progressing',
      summary: 'its latest spec is not acted on yet',
    };
  }
  if (status.abort === true) {
    return {
      state: 'degraded',
      summary: explain('its new version was given up', message),
      ...told,
      since: timeOf(status.abortedAt),
    };
  }
  switch (phase) {
    case 'Healthy':
      return { state: 'healthy', summary: 'runs its latest version', ...told };
    case 'Progressing':
      return {
        state: 'progressing',
        summary: explain('its new version is coming', message),
        ...told,
      };
    case 'Degraded':
      return {
        state: 'degraded',
        summary: explain('is degraded', message),
        ...told,
      };
    default:
      return { state: 'unknown', summary: 'has no status yet' };
  }
}

/** Those of a Deployment, where it has its pods from one. */
function targetOf(
  { kind, metadata }: KubernetesObject,
  { workloadRef }: Fields,
): string {
  const reference = fieldsOf(workloadRef);
  const name = nameOf(reference.name);
  return name
    ? `${nameOf(reference.kind) ?? 'Deployment'}/${name}`
    : `${kind}/${metadata.name}`;
}

function progressOf(status: Fields): CanaryRecord['progress'] {
  const { abort, phase, currentPodHash, stableRS } = status;
  if (abort === true) {
    return 'failed';
  }
  if (textOf(currentPodHash) && textOf(stableRS)) {
    return currentPodHash === stableRS ? 'succeeded' : 'under-way';
  }
  return phase === 'Healthy' ? 'succeeded' : undefined;
}

/** What runs is told by its hash alone: it has a version where that is of the pods that are wanted. */
function versionsOf(
  { template }: Fields,
  { currentPodHash, stableRS }: Fields,
): Pick<CanaryRecord, 'wanted' | 'running' | 'revision'> {
  const [first] = containerImages(template);
  const wanted = first && imageVersion(first.image);
  const revision = nameOf(currentPodHash);
  return {
    wanted,
    running: revision && revision === stableRS ? wanted : undefined,
    revision,
  };
}

function stepsOf(
  spec: Fields,
  status: Fields,
): Pick<CanaryRecord, 'phase' | 'step' | 'steps' | 'weight' | 'maxWeight'> {
  const { canary } = fieldsOf(spec.strategy);
  const steps = itemsOf(fieldsOf(canary).steps);
  const step = numberOf(status.currentStepIndex);
  const { weights } = fieldsOf(status.canary);
  return {
    phase: textOf(status.phase),
    step,
    steps: canary === undefined ? undefined : steps.length,
    weight:
      numberOf(fieldsOf(fieldsOf(weights).canary).weight) ??
      weightAt(steps, step),
    maxWeight: weightAt(steps, steps.length),
  };
}

/** Without a traffic router only the steps tell: the last weight that was set by the step that is under way. */
function weightAt(
  steps: readonly unknown[],
  step: number | undefined,
): number | undefined {
  for (const passed of steps.slice(0, (step ?? -1) + 1).reverse()) {
    const weight = numberOf(fieldsOf(passed).setWeight);
    if (weight !== undefined) {
      return weight;
    }
  }
  return undefined;
}
