import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { driftPlugin } from '../plugin';
import type { FakeLedger } from './FakeLedger';

/** What the plugin attaches to; the other one, whose screens are not in question here. */
const fleetPage = createFrontendPlugin({
  pluginId: 'fleet',
  extensions: [
    PageBlueprint.make({ params: { path: '/fleet', title: 'Fleet' } }),
  ],
});

/** The plugin in a running app, at a path, over a ledger of the test's making. */
export function renderDrift(ledger: FakeLedger, path: string) {
  return renderTestApp({
    features: [fleetPage, driftPlugin],
    apis: [[fleetApiRef, ledger.client]],
    initialRouteEntries: [path],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
}
