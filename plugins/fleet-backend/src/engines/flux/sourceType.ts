import type { Source } from '@fleetcommander/backstage-plugin-fleet-common';

const typesByKind = new Map<unknown, Source['type']>([
  ['GitRepository', 'git'],
  ['OCIRepository', 'oci'],
  ['HelmRepository', 'helm'],
  ['HelmChart', 'helm'],
  ['Bucket', 'bucket'],
]);

/** What kind of place a kind of source fetches from. */
export function sourceType(kind: unknown): Source['type'] {
  return typesByKind.get(kind) ?? 'other';
}
