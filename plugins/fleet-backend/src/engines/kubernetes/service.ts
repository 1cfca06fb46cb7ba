import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';

/** Services, of which only what clients changed is told. */
export const service: EngineKind = {
  group: '',
  kind: 'Service',
  plural: 'services',
  versions: ['v1'],
  pace: 'relaxed',
  overrides: 'only',
  project: () => [],
};
