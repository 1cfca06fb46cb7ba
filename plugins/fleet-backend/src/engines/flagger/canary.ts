import type {
  CanaryRecord,
  EngineKind,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, nameOf, textOf, type Fields } from '../fields';
import { recordOf } from '../recordOf';
import { analysisOf } from './analysisOf';
import { canaryHealth, isPutBack } from './canaryHealth';

/**
 * Flagger's canaries. Source of the facts: `pkg/apis/flagger/v1beta1` and `pkg/controller/scheduler.go` of fluxcd/flagger, 1.44.
 *
 * A canary names no versions; those of its target and of its primary are what comes and what runs.
 */
export const canary: EngineKind = {
  group: 'flagger.app',
  kind: 'Canary',
  plural: 'canaries',
  versions: ['v1beta1'],
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    return [
      {
        type: 'canary',
        ...recordOf('flagger', object, context, canaryHealth(object)),
        phase: textOf(status.phase),
        target: targetOf(spec),
        progress: progressOf(status),
        ...analysisOf(spec, status),
      },
    ];
  },
};

function targetOf({ targetRef }: Fields): string | undefined {
  const { kind, name } = fieldsOf(targetRef);
  const target = nameOf(name);
  return target && `${nameOf(kind) ?? 'Deployment'}/${target}`;
}

function progressOf(status: Fields): CanaryRecord['progress'] {
  switch (status.phase) {
    case 'Initialized':
    case 'Succeeded':
      return 'succeeded';
    case 'Failed':
      return isPutBack(status) ? 'succeeded' : 'failed';
    case 'Waiting':
    case 'Progressing':
    case 'WaitingPromotion':
    case 'Promoting':
    case 'Finalising':
      return 'under-way';
    default:
      return undefined;
  }
}
