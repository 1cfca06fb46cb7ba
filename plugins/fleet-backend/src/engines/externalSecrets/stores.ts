import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionHealth } from '../conditionHealth';
import { engineObjectKind } from '../engineObjectKind';
import { fieldsOf, textOf } from '../fields';

/** Where secrets come from. Of how to sign in there nothing is kept. */
export const stores: readonly EngineKind[] = [
  ['SecretStore', 'secretstores'],
  ['ClusterSecretStore', 'clustersecretstores'],
].map(([kind, plural]) =>
  engineObjectKind({
    engine: 'external-secrets',
    group: 'external-secrets.io',
    kind,
    plural,
    versions: ['v1', 'v1beta1'],
    healthOf: object =>
      conditionHealth(object, {
        healthy: 'can be asked',
        failing: () => 'cannot be asked',
        unknown: 'External Secrets has not taken it up',
      }),
    detailsOf: ({ spec, status }) => ({
      provider: Object.keys(fieldsOf(spec.provider))[0],
      can: textOf(status.capabilities),
    }),
  }),
);
