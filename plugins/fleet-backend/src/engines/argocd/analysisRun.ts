import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  AnalysisRecord,
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { explain } from '../explain';
import { fieldsOf, itemsOf, nameOf, textOf, timeOf } from '../fields';
import { labelsOf } from '../labelsOf';
import { recordOf, type Health } from '../recordOf';
import { measuredMetrics } from './measuredMetrics';

/**
 * What Argo Rollouts measures while it tries a version. Source of the facts: `pkg/apis/rollouts/v1alpha1/analysis_types.go` of
 * argoproj/argo-rollouts, 1.8.
 */
export const analysisRun: EngineKind = {
  group: 'argoproj.io',
  kind: 'AnalysisRun',
  plural: 'analysisruns',
  versions: ['v1alpha1'],
  pace: 'populated',
  project(object, context) {
    return [
      {
        type: 'analysis',
        ...recordOf('argocd', object, context, healthOf(object)),
        canary: canaryOf(object),
        revision: labelsOf(object)?.['rollouts-pod-template-hash'],
        ...measuredMetrics(fieldsOf(object.spec), fieldsOf(object.status)),
      },
    ];
  },
};

function canaryOf({ metadata }: KubernetesObject): AnalysisRecord['canary'] {
  for (const item of itemsOf(metadata.ownerReferences)) {
    const { apiVersion, kind, name } = fieldsOf(item);
    const owner = nameOf(name);
    const version = nameOf(apiVersion);
    if (kind === 'Rollout' && owner && version) {
      return { apiVersion: version, kind, name: owner };
    }
  }
  return undefined;
}

const states: Readonly<Record<string, [state: State, summary: string]>> = {
  Pending: ['progressing', 'has not begun to measure'],
  Running: ['progressing', 'measures'],
  Successful: ['healthy', 'all that was measured is in its range'],
  Failed: ['failing', 'what was measured is out of its range'],
  Error: ['failing', 'could not measure'],
  Inconclusive: ['degraded', 'what was measured decides nothing'],
};

function healthOf(object: KubernetesObject): Health {
  const status = fieldsOf(object.status);
  const phase = textOf(status.phase) ?? '';
  const message = textOf(status.message);
  const [state, summary] = Object.hasOwn(states, phase)
    ? states[phase]
    : (['unknown', 'has no status yet'] as const);
  return {
    state,
    summary: explain(summary, message),
    reason: textOf(phase),
    message,
    since: timeOf(status.startedAt),
  };
}
