import { KubernetesObject } from '../../types';
import { timestamp } from './conditions';

/** An ApplicationSet that generated these Applications. */
export function applicationSetStatus(
  set: KubernetesObject,
  generated: readonly { name: string; namespace?: string }[],
  moment: Date,
) {
  const condition = (
    type: string,
    status: 'True' | 'False',
    reason: string,
    message: string,
  ) => ({
    type,
    status,
    reason,
    message,
    lastTransitionTime: timestamp(moment),
  });
  return {
    conditions: [
      condition(
        'ErrorOccurred',
        'False',
        'ApplicationSetUpToDate',
        `All applications of ${set.metadata.name} have been generated successfully`,
      ),
      condition(
        'ParametersGenerated',
        'True',
        'ParametersGenerated',
        'Successfully generated parameters for all Applications',
      ),
      condition(
        'ResourcesUpToDate',
        'True',
        'ApplicationSetUpToDate',
        'All applications have been generated successfully',
      ),
    ],
    resourcesCount: generated.length,
    resources: generated.slice(0, 5000).map(({ name, namespace }) => ({
      group: 'argoproj.io',
      version: 'v1alpha1',
      kind: 'Application',
      namespace,
      name,
      status: 'Synced',
      health: { status: 'Healthy' },
    })),
  };
}
