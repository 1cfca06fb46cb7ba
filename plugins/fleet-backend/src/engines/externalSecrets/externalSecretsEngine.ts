import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { clusterWide } from './clusterWide';
import { externalSecret } from './externalSecret';
import { pushSecret } from './pushSecret';
import { stores } from './stores';

/** The External Secrets Operator. */
export const externalSecretsEngine: Engine = {
  name: 'external-secrets',
  title: 'External Secrets',
  projectionVersion: 1,
  kinds: [externalSecret, pushSecret, ...clusterWide, ...stores],
};
