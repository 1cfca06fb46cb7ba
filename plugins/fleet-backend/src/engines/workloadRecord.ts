import type {
  KubernetesObject,
  ProjectionContext,
  WorkloadRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { containerImages } from './containerImages';
import { fieldsOf, itemsOf, nameOf } from './fields';
import { imageVersion } from './imageVersion';
import { labelsOf } from './labelsOf';
import { recordOf, type Health } from './recordOf';

/** The record of something that runs pods of a template. */
export function workloadRecord(
  engine: string,
  object: KubernetesObject,
  context: ProjectionContext,
  workload: {
    health: Health;
    podTemplate: unknown;
    desired: number;
    ready: number;
  },
): WorkloadRecord {
  const images = containerImages(workload.podTemplate);
  return {
    type: 'workload',
    ...recordOf(engine, object, context, workload.health),
    labels: labelsOf(object),
    primaryOf: canaryOf(object),
    images,
    version: images.length > 0 ? imageVersion(images[0].image) : undefined,
    desired: workload.desired,
    ready: workload.ready,
  };
}

/** Flagger makes the primary of a target, and leaves out the labels by which the target itself says what deployed it. */
function canaryOf({ metadata }: KubernetesObject): string | undefined {
  for (const item of itemsOf(metadata.ownerReferences)) {
    const { apiVersion, kind, name } = fieldsOf(item);
    if (kind === 'Canary' && nameOf(apiVersion)?.startsWith('flagger.app/')) {
      return nameOf(name);
    }
  }
  return undefined;
}
