import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { fleetPlugin } from '../plugin';
import type { FakeFleet } from './FakeFleet';

/** The plugin in a running app, at a path, over a fleet of the test's making. */
export function renderFleet(fleet: FakeFleet, path: string) {
  return renderTestApp({
    features: [fleetPlugin],
    apis: [[fleetApiRef, fleet.client]],
    initialRouteEntries: [path],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
}
