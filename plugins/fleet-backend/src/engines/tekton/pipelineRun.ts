import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf, toldBy } from '../conditionOf';
import { explain } from '../explain';
import { fieldsOf, nameOf, timeOf } from '../fields';
import { recordOf, type Health } from '../recordOf';

type Outcome = 'passed' | 'failed' | 'pending';

/**
 * Runs of pipelines. Source of the facts: `pkg/apis/pipeline/v1` of tektoncd/pipeline, and its `docs/pipelineruns.md`: the condition
 * `Succeeded` is `Unknown` until the run is over. The label names the Pipeline; one that is written inline has its run's own name there.
 */
export const pipelineRun: EngineKind = {
  group: 'tekton.dev',
  kind: 'PipelineRun',
  plural: 'pipelineruns',
  versions: ['v1', 'v1beta1'],
  pace: 'populated',
  project(object, context) {
    const { startTime, completionTime } = fieldsOf(object.status);
    const { outcome, ...health } = outcomeOf(object);
    return [
      {
        type: 'pipeline-run',
        ...recordOf('tekton', object, context, health),
        pipeline:
          nameOf(fieldsOf(object.metadata.labels)['tekton.dev/pipeline']) ??
          nameOf(fieldsOf(fieldsOf(object.spec).pipelineRef).name),
        outcome,
        startedAt: timeOf(startTime),
        endedAt: timeOf(completionTime),
      },
    ];
  },
};

function outcomeOf({ status }: KubernetesObject): Health & {
  outcome: Outcome;
} {
  const succeeded = conditionOf(conditionsOf(status), 'Succeeded');
  const told = toldBy(succeeded);
  switch (succeeded?.status) {
    case 'True':
      return {
        outcome: 'passed',
        state: 'healthy',
        summary: 'succeeded',
        ...told,
      };
    case 'False':
      return {
        outcome: 'failed',
        state: 'failing',
        summary: explain(
          /cancel|stopped/i.test(succeeded.reason ?? '')
            ? 'was cancelled'
            : 'failed',
          succeeded.message,
        ),
        ...told,
      };
    case 'Unknown':
      return {
        outcome: 'pending',
        state: 'progressing',
        summary: 'runs',
        ...told,
      };
    default:
      return {
        outcome: 'pending',
        state: 'unknown',
        summary: 'Tekton has not taken it up',
      };
  }
}
