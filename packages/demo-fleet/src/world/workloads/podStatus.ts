import { PodTemplate } from '../manifests/podTemplate';
import { timestamp } from '../status/conditions';

function condition(
  type: string,
  ready: boolean,
  moment: Date,
  names: string,
): object {
  return {
    type,
    status: ready ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: timestamp(moment),
    ...(ready
      ? {}
      : {
          reason: 'ContainersNotReady',
          message: `containers with unready status: [${names}]`,
        }),
  };
}

/** A pod that runs, or one whose image cannot be pulled. */
export function podStatus(
  template: PodTemplate,
  moment: Date,
  running: boolean,
) {
  const names = template.spec.containers.map(({ name }) => name).join(' ');
  return {
    phase: running ? 'Running' : 'Pending',
    startTime: timestamp(moment),
    conditions: [
      condition('PodScheduled', true, moment, names),
      condition('Initialized', true, moment, names),
      condition('ContainersReady', running, moment, names),
      condition('Ready', running, moment, names),
    ],
    containerStatuses: template.spec.containers.map(({ name, image }) => ({
      name,
      image,
      imageID: '',
      ready: running,
      started: running,
      restartCount: 0,
      state: running
        ? { running: { startedAt: timestamp(moment) } }
        : {
            waiting: {
              reason: 'ImagePullBackOff',
              message: `Back-off pulling image "${image}": ErrImagePull: ${pullError(
                image,
              )}`,
            },
          },
    })),
  };
}

/** What the container runtime says of an image that is not there. */
export function pullError(image: string): string {
  return `rpc error: code = NotFound desc = failed to pull and unpack image "${image}": ${image}: not found`;
}
