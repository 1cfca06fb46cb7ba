import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textMapOf, timeOf } from '../fields';
import { applyOfEvent } from './applyOfEvent';
import { kustomization } from './kustomization';

/**
 * Events in which kustomize-controller tells what an apply changed. Nobody waits for them, and a Kustomization that nothing is done to
 * has none. API servers fall back from `source` to the reporting component.
 */
export const events: EngineKind = {
  group: '',
  kind: 'Event',
  plural: 'events',
  versions: ['v1'],
  besideGroup: kustomization.group,
  fieldSelector:
    'involvedObject.kind=Kustomization,source=kustomize-controller,type=Normal',
  pace: 'relaxed',
  project: () => [],
  applyOf: event =>
    applyOfEvent({
      involvedObject: event.involvedObject,
      message: event.message,
      at: lastTimeOf(event),
      metadata: textMapOf(event.metadata.annotations),
    }),
};

/** Recorders of either Event API count up an Event that tells the same once more. */
function lastTimeOf(event: KubernetesObject): string | undefined {
  return (
    timeOf(fieldsOf(event.series).lastObservedTime) ??
    timeOf(event.lastTimestamp) ??
    timeOf(event.eventTime) ??
    timeOf(event.metadata.creationTimestamp)
  );
}
