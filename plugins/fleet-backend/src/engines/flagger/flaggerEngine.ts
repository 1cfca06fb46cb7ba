import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { canary } from './canary';
import { flaggerObjects } from './flaggerObjects';

/** Flagger. */
export const flaggerEngine: Engine = {
  name: 'flagger',
  title: 'Flagger',
  projectionVersion: 1,
  kinds: [canary, ...flaggerObjects],
};
