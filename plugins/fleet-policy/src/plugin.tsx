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
import { isPolicyAvailable } from './entity/isPolicyAvailable';
import {
  applicationsRouteRef,
  policyRouteRef,
  templateRouteRef,
} from './routes';

const policySubPage = SubPageBlueprint.make({
  attachTo: { id: 'page:fleet', input: 'pages' },
  params: {
    path: 'policy',
    title: 'Policy',
    routeRef: policyRouteRef,
    loader: () =>
      import('./screen/FleetPolicy').then(m => (
        <main>
          <m.FleetPolicy />
        </main>
      )),
  },
});

const policyContent = EntityContentBlueprint.make({
  params: {
    path: 'policy',
    title: 'Policy',
    filter: isPolicyAvailable,
    loader: () =>
      import('./entity/EntityPolicyContent').then(m => (
        <m.EntityPolicyContent />
      )),
  },
});

const policyCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: isCardAvailable,
    loader: () =>
      import('./entity/EntityPolicyCard').then(m => <m.EntityPolicyCard />),
  },
});

const clusterSection = createExtension({
  kind: 'cluster-section',
  attachTo: { id: 'entity-content:fleet/cluster', input: 'sections' },
  output: [coreExtensionData.reactElement],
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('./entity/EntityPolicyCard').then(m => <m.EntityPolicyCard />),
      ),
    ),
  ],
});

/**
 * What breaks policies and where they are missing, on the page of the fleet and on those of entities.
 *
 * @public
 */
export const policyPlugin = createFrontendPlugin({
  pluginId: 'fleet-policy',
  title: 'Policy',
  info: { packageJson: () => import('../package.json') },
  routes: { root: policyRouteRef },
  externalRoutes: {
    applications: applicationsRouteRef,
    template: templateRouteRef,
  },
  extensions: [policySubPage, policyContent, policyCard, clusterSection],
});
