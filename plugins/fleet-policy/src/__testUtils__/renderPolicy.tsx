import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { policyPlugin } from '../plugin';
import type { FakePolicies } from './FakePolicies';

/** What the plugin attaches to; the other one, whose screens are not in question here. */
const fleetPage = createFrontendPlugin({
  pluginId: 'fleet',
  extensions: [
    PageBlueprint.make({ params: { path: '/fleet', title: 'Fleet' } }),
  ],
});

/** The plugin in a running app, at a path, over policies of the test's making. */
export function renderPolicy(policies: FakePolicies, path: string) {
  return renderTestApp({
    features: [fleetPage, policyPlugin],
    apis: [[fleetApiRef, policies.client]],
    initialRouteEntries: [path],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
}
