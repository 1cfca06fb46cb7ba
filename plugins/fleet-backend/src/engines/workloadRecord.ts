import type {
  KubernetesObject,
  ProjectionContext,
  WorkloadRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { containerImages } from './containerImages';
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
    images,
    version: images.length > 0 ? imageVersion(images[0].image) : undefined,
    desired: workload.desired,
    ready: workload.ready,
  };
}
