import type { Apply } from '@fleetcommander/backstage-plugin-fleet-node';
import { parseApplyMessage } from '../../drift/kustomization/parseApplyMessage';
import { fieldsOf, textOf } from '../fields';
import { kustomization } from './kustomization';

/**
 * What kustomize-controller tells of having applied, in the form of an Event or of a notification; undefined where it tells of
 * something else.
 */
export function applyOfEvent(event: {
  involvedObject: unknown;
  message: unknown;
  /** In UTC. */
  at: string | undefined;
  metadata: Readonly<Record<string, string>>;
}): Apply | undefined {
  const { at, metadata } = event;
  const { apiVersion, kind, namespace, name } = fieldsOf(event.involvedObject);
  const application = {
    apiVersion: textOf(apiVersion) ?? '',
    kind: textOf(kind) ?? '',
    namespace: textOf(namespace),
    name: textOf(name) ?? '',
  };
  const objects = parseApplyMessage(textOf(event.message) ?? '');
  const isOfKustomization =
    application.apiVersion.startsWith(`${kustomization.group}/`) &&
    application.kind === kustomization.kind;
  return isOfKustomization && at && objects.length > 0
    ? { application, at, revision: revisionIn(metadata), objects }
    : undefined;
}

/** notification-controller took the group off the key in older versions of Flux. */
function revisionIn(
  metadata: Readonly<Record<string, string>>,
): string | undefined {
  return metadata[`${kustomization.group}/revision`] ?? metadata.revision;
}
