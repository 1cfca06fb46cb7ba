import {
  coreExtensionData,
  createExtension,
  createFrontendPlugin,
  ExtensionBoundary,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { isCardAvailable } from './entity/isCardAvailable';
import { isDriftAvailable } from './entity/isDriftAvailable';
import {
  applicationsRouteRef,
  driftRouteRef,
  templateRouteRef,
} from './routes';

const driftSubPage = SubPageBlueprint.make({
  attachTo: { id: 'page:fleet', input: 'pages' },
  params: {
    path: 'drift',
    title: 'Drift',
    routeRef: driftRouteRef,
    loader: () =>
      import('./ledger/FleetDrift').then(m => (
        <main>
          <m.FleetDrift />
        </main>
      )),
  },
});

const driftContent = EntityContentBlueprint.make({
  params: {
    path: 'drift',
    title: 'Drift',
    filter: isDriftAvailable,
    loader: () =>
      import('./entity/EntityDriftContent').then(m => <m.EntityDriftContent />),
  },
});

const driftCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: isCardAvailable,
    loader: () =>
      import('./entity/EntityDriftCard').then(m => <m.EntityDriftCard />),
  },
});

const clusterSection = createExtension({
  kind: 'cluster-section',
  attachTo: { id: 'entity-content:fleet/cluster', input: 'sections' },
  output: [coreExtensionData.reactElement],
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('./entity/EntityDriftCard').then(m => <m.EntityDriftCard />),
      ),
    ),
  ],
});

/**
 * What differs from Git, on the page of the fleet and on those of entities.
 *
 * @public
 */
export const driftPlugin = createFrontendPlugin({
  pluginId: 'fleet-drift',
  title: 'Drift',
  info: { packageJson: () => import('../package.json') },
  routes: { root: driftRouteRef },
  externalRoutes: {
    applications: applicationsRouteRef,
    template: templateRouteRef,
  },
  extensions: [driftSubPage, driftContent, driftCard, clusterSection],
});
