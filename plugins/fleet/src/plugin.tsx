import {
  ApiBlueprint,
  coreExtensionData,
  createExtensionInput,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { Fragment } from 'react';
import { isClusterAvailable } from './entity/isClusterAvailable';
import { isFleetAvailable } from './entity/isFleetAvailable';
import { FleetIcon } from './FleetIcon';
import {
  applicationsRouteRef,
  clustersRouteRef,
  driftRouteRef,
  matrixRouteRef,
  overviewRouteRef,
  promotionsRouteRef,
  provisioningRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

const fleetApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: fleetApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new FleetClient({ discoveryApi, fetchApi }),
    }),
});

const fleetPage = PageBlueprint.make({
  params: {
    path: '/fleet',
    title: 'Fleet',
    icon: <FleetIcon />,
    routeRef: rootRouteRef,
  },
});

const overviewSubPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: () =>
      import('./overview/Overview').then(m => (
        <main>
          <m.Overview />
        </main>
      )),
  },
});

const clustersSubPage = SubPageBlueprint.make({
  name: 'clusters',
  params: {
    path: 'clusters',
    title: 'Clusters',
    loader: () =>
      import('./clusters/Clusters').then(m => (
        <main>
          <m.Clusters />
        </main>
      )),
  },
});

const applicationsSubPage = SubPageBlueprint.make({
  name: 'applications',
  params: {
    path: 'applications',
    title: 'Applications',
    loader: () =>
      import('./applications/Applications').then(m => (
        <main>
          <m.Applications />
        </main>
      )),
  },
});

const matrixSubPage = SubPageBlueprint.make({
  name: 'matrix',
  params: {
    path: 'matrix',
    title: 'Matrix',
    loader: () =>
      import('./matrix/FleetMatrix').then(m => (
        <main>
          <m.FleetMatrix />
        </main>
      )),
  },
});

const provisioningSubPage = SubPageBlueprint.make({
  name: 'provisioning',
  params: {
    path: 'provisioning',
    title: 'Provisioning',
    loader: () =>
      import('./claims/Provisioning').then(m => (
        <main>
          <m.Provisioning />
        </main>
      )),
  },
});

const clusterContent = EntityContentBlueprint.makeWithOverrides({
  name: 'cluster',
  inputs: { sections: createExtensionInput([coreExtensionData.reactElement]) },
  factory: (make, { inputs }) =>
    make({
      path: 'cluster',
      title: 'Cluster',
      filter: isClusterAvailable,
      loader: () =>
        import('./cluster/EntityClusterContent').then(m => (
          <m.EntityClusterContent>
            {inputs.sections.map(section => (
              <Fragment key={section.node.spec.id}>
                {section.get(coreExtensionData.reactElement)}
              </Fragment>
            ))}
          </m.EntityClusterContent>
        )),
    }),
});

const fleetContent = EntityContentBlueprint.make({
  name: 'fleet',
  params: {
    path: 'fleet',
    title: 'Fleet',
    filter: isFleetAvailable,
    loader: () =>
      import('./entity/EntityFleetContent').then(m => <m.EntityFleetContent />),
  },
});

const fleetCard = EntityCardBlueprint.make({
  name: 'fleet',
  params: {
    type: 'content',
    filter: isFleetAvailable,
    loader: () =>
      import('./entity/EntityFleetCard').then(m => <m.EntityFleetCard />),
  },
});

/**
 * The fleet in the portal. Further sub-pages attach to `page:fleet`, further sections of a cluster's tab to the input `sections` of
 * `entity-content:fleet/cluster`.
 *
 * @public
 */
export const fleetPlugin = createFrontendPlugin({
  pluginId: 'fleet',
  title: 'Fleet',
  icon: <FleetIcon />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    overview: overviewRouteRef,
    clusters: clustersRouteRef,
    applications: applicationsRouteRef,
    matrix: matrixRouteRef,
    provisioning: provisioningRouteRef,
  },
  externalRoutes: {
    drift: driftRouteRef,
    promotions: promotionsRouteRef,
    template: templateRouteRef,
  },
  extensions: [
    fleetApi,
    fleetPage,
    overviewSubPage,
    clustersSubPage,
    applicationsSubPage,
    matrixSubPage,
    provisioningSubPage,
    clusterContent,
    fleetContent,
    fleetCard,
  ],
});
