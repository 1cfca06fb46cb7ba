import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { rootRouteRef } from '../routes';

const routes = { root: convertLegacyRouteRef(rootRouteRef) };

/**
 * The fleet.
 *
 * @public
 */
export const fleetPlugin = createPlugin({
  id: 'fleet',
  routes,
  apis: [
    createApiFactory({
      api: fleetApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new FleetClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * The page at `/fleet`. Children of the shape `<TabbedLayout.Route path title>` become further tabs.
 *
 * @public
 */
export const FleetPage = fleetPlugin.provide(
  createRoutableExtension({
    name: 'FleetPage',
    component: () => import('./FleetPage').then(m => m.FleetPage),
    mountPoint: routes.root,
  }),
);

/**
 * The tab of a Component, System, Domain or Group.
 *
 * @public
 */
export const EntityFleetContent = fleetPlugin.provide(
  createComponentExtension({
    name: 'EntityFleetContent',
    component: {
      lazy: () => import('./entity').then(m => m.EntityFleetContent),
    },
  }),
);

/**
 * The card of a Component, System, Domain or Group.
 *
 * @public
 */
export const EntityFleetCard = fleetPlugin.provide(
  createComponentExtension({
    name: 'EntityFleetCard',
    component: { lazy: () => import('./entity').then(m => m.EntityFleetCard) },
  }),
);

/**
 * The tab of a cluster's Resource. Its children are further sections of it.
 *
 * @public
 */
export const EntityClusterContent = fleetPlugin.provide(
  createComponentExtension({
    name: 'EntityClusterContent',
    component: {
      lazy: () => import('./entity').then(m => m.EntityClusterContent),
    },
  }),
);
