import {
  createComponentExtension,
  createPlugin,
} from '@backstage/core-plugin-api';

/**
 * Policy.
 *
 * @public
 */
export const policyPlugin = createPlugin({ id: 'fleet-policy' });

/**
 * What the tab Policy of the page of the fleet shows.
 *
 * @public
 */
export const FleetPolicy = policyPlugin.provide(
  createComponentExtension({
    name: 'FleetPolicy',
    component: { lazy: () => import('./content').then(m => m.FleetPolicy) },
  }),
);

/**
 * The tab of a Component, System, Domain or Group, and of a cluster's Resource.
 *
 * @public
 */
export const EntityPolicyContent = policyPlugin.provide(
  createComponentExtension({
    name: 'EntityPolicyContent',
    component: {
      lazy: () => import('./content').then(m => m.EntityPolicyContent),
    },
  }),
);

/**
 * The card of a Component, System, Domain or Group, and of a cluster's Resource.
 *
 * @public
 */
export const EntityPolicyCard = policyPlugin.provide(
  createComponentExtension({
    name: 'EntityPolicyCard',
    component: {
      lazy: () => import('./content').then(m => m.EntityPolicyCard),
    },
  }),
);
