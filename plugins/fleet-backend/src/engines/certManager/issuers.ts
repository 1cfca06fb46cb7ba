import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionHealth } from '../conditionHealth';
import { engineObjectKind } from '../engineObjectKind';

/** In the order of what an issuer's spec may have; it has one of these. */
const types = ['acme', 'ca', 'selfSigned', 'vault', 'venafi'];

/** What issues certificates. Servers and accounts stay where they are. */
export const issuers: readonly EngineKind[] = [
  ['Issuer', 'issuers'],
  ['ClusterIssuer', 'clusterissuers'],
].map(([kind, plural]) =>
  engineObjectKind({
    engine: 'cert-manager',
    group: 'cert-manager.io',
    kind,
    plural,
    versions: ['v1'],
    healthOf: object =>
      conditionHealth(object, {
        healthy: 'can issue',
        failing: () => 'cannot issue',
        unknown: 'cert-manager has not taken it up',
      }),
    detailsOf: ({ spec }) => ({
      type: types.find(type => spec[type] !== undefined),
    }),
  }),
);
