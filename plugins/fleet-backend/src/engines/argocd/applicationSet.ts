import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf, toldBy } from '../conditionOf';
import { explain } from '../explain';
import { countOf, fieldsOf, itemsOf, timeOf } from '../fields';
import { generatedApplications } from './generatedApplications';
import { recordOf, type Health } from '../recordOf';

/** ApplicationSets: they make Applications. */
export const applicationSet: EngineKind = {
  group: 'argoproj.io',
  kind: 'ApplicationSet',
  plural: 'applicationsets',
  versions: ['v1alpha1'],
  pace: 'relaxed',
  project(object, context) {
    const status = fieldsOf(object.status);
    const spec = fieldsOf(object.spec);
    const applications = countOf(
      status.resourcesCount,
      itemsOf(status.resources).length,
    );
    return [
      {
        type: 'engine-object',
        ...recordOf('argocd', object, context, healthOf(object, applications)),
        suspended: false,
        applications: generatedApplications(spec),
        details: {
          applications: String(applications),
          generators: itemsOf(spec.generators)
            .flatMap(generator => Object.keys(fieldsOf(generator)))
            .filter(key => key !== 'selector')
            .join(', '),
        },
      },
    ];
  },
};

function healthOf(object: KubernetesObject, applications: number): Health {
  const { deletionTimestamp } = object.metadata;
  if (deletionTimestamp) {
    return {
      state: 'progressing',
      summary: 'is being deleted',
      since: timeOf(deletionTimestamp),
    };
  }
  const conditions = conditionsOf(object.status);
  const error = conditionOf(conditions, 'ErrorOccurred');
  const upToDate = conditionOf(conditions, 'ResourcesUpToDate');
  const rollout = conditionOf(conditions, 'RolloutProgressing');
  if (error?.status === 'True') {
    return {
      state: 'failing',
      summary: explain('cannot make its Applications', error.message),
      ...toldBy(error),
    };
  }
  if (rollout?.status === 'True') {
    return {
      state: 'progressing',
      summary: explain('is rolling out step by step', rollout.message),
      ...toldBy(rollout),
    };
  }
  if (upToDate?.status === 'False') {
    return {
      state: 'degraded',
      summary: explain('its Applications are not up to date', upToDate.message),
      ...toldBy(upToDate),
    };
  }
  return conditions.length === 0
    ? { state: 'unknown', summary: 'never reconciled' }
    : {
        state: 'healthy',
        summary: `keeps its Applications up to date (${applications})`,
        since: upToDate?.since,
      };
}
