import {
  createComponentExtension,
  createPlugin,
} from '@backstage/core-plugin-api';

/**
 * Drift.
 *
 * @public
 */
export const driftPlugin = createPlugin({ id: 'fleet-drift' });

/**
 * What the tab Drift of the page of the fleet shows.
 *
 * @public
 */
export const FleetDrift = driftPlugin.provide(
  createComponentExtension({
    name: 'FleetDrift',
    component: { lazy: () => import('./content').then(m => m.FleetDrift) },
  }),
);

/**
 * The tab of a Component, System, Domain or Group, and of a cluster's Resource.
 *
 * @public
 */
export const EntityDriftContent = driftPlugin.provide(
  createComponentExtension({
    name: 'EntityDriftContent',
    component: {
      lazy: () => import('./content').then(m => m.EntityDriftContent),
    },
  }),
);

/**
 * The card of a Component, System, Domain or Group, and of a cluster's Resource.
 *
 * @public
 */
export const EntityDriftCard = driftPlugin.provide(
  createComponentExtension({
    name: 'EntityDriftCard',
    component: { lazy: () => import('./content').then(m => m.EntityDriftCard) },
  }),
);
