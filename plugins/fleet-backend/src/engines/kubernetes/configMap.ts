import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';

/** ConfigMaps, of which only what clients changed is told: most of a cluster’s belong to nobody, and cost nothing. */
export const configMap: EngineKind = {
  group: '',
  kind: 'ConfigMap',
  plural: 'configmaps',
  versions: ['v1'],
  pace: 'relaxed',
  overrides: 'only',
  project: () => [],
};
