import type {
  Apply,
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { parseApplyMessage } from '../../drift/kustomization/parseApplyMessage';
import { fieldsOf, textMapOf, textOf, timeOf } from '../fields';
import { kustomization } from './kustomization';
import { revisionIn } from './revisionIn';

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
  applyOf,
};

function applyOf(object: KubernetesObject): Apply | undefined {
  const { apiVersion, kind, namespace, name } = fieldsOf(object.involvedObject);
  const at = lastTimeOf(object);
  const objects = parseApplyMessage(textOf(object.message) ?? '');
  const application = {
    apiVersion: textOf(apiVersion) ?? '',
    kind: textOf(kind) ?? '',
    namespace: textOf(namespace),
    name: textOf(name) ?? '',
  };
  const isOfFlux =
    application.apiVersion.startsWith(`${kustomization.group}/`) &&
    application.kind === kustomization.kind;
  return isOfFlux && at && objects.length > 0
    ? {
        application,
        at,
        revision: revisionIn(textMapOf(object.metadata.annotations)),
        objects,
      }
    : undefined;
}

/** Recorders of either Event API count up an Event that tells the same once more. */
function lastTimeOf(object: KubernetesObject): string | undefined {
  return (
    timeOf(fieldsOf(object.series).lastObservedTime) ??
    timeOf(object.lastTimestamp) ??
    timeOf(object.eventTime) ??
    timeOf(object.metadata.creationTimestamp)
  );
}
