import { kustomization } from './kustomization';

/** The revision that an event of a Kustomization is about. notification-controller takes the group off the key, or not. */
export function revisionIn(
  metadata: Readonly<Record<string, string>>,
): string | undefined {
  return metadata[`${kustomization.group}/revision`] ?? metadata.revision;
}
