import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createFrontendPlugin,
  identityApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { promotionPlugin } from '../plugin';
import type { FakePromotions } from './FakePromotions';

/** What the plugin attaches to; the other one, whose screens are not in question here. */
const fleetPage = createFrontendPlugin({
  pluginId: 'fleet',
  extensions: [
    PageBlueprint.make({ params: { path: '/fleet', title: 'Fleet' } }),
  ],
});

/** The plugin in a running app, at a path, over promotions of the test's making; the viewer is of team-travel. */
export function renderPromotion(promotions: FakePromotions, path: string) {
  return renderTestApp({
    features: [fleetPage, promotionPlugin],
    apis: [
      [fleetApiRef, promotions.client],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: 'user:default/grace',
          ownershipEntityRefs: ['group:default/team-travel'],
        }),
      ],
    ],
    initialRouteEntries: [path],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
}
