import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { textMapOf } from './fields';

/** The labels of an object; `undefined` when it has none. */
export function labelsOf({
  metadata,
}: KubernetesObject): Record<string, string> | undefined {
  const labels = textMapOf(metadata.labels);
  return Object.keys(labels).length > 0 ? labels : undefined;
}
