import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { fleetPlugin } from '../plugin';
import type { FakeFleet } from './FakeFleet';

/** The plugin in a running app, at a path, over a fleet and a catalog of the test's making. */
export function renderFleet(
  fleet: FakeFleet,
  path: string,
  entities: Entity[] = [],
) {
  return renderTestApp({
    features: [fleetPlugin],
    apis: [
      [fleetApiRef, fleet.client],
      [catalogApiRef, catalogApiMock({ entities })],
    ],
    initialRouteEntries: [path],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
}
