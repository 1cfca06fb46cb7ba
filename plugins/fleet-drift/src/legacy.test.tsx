import { TabbedLayout } from '@backstage/core-components';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { FakeLedger } from './__testUtils__/FakeLedger';
import {
  EntityDriftCard,
  EntityDriftContent,
  FleetDrift,
  isDriftAvailable,
} from './legacy';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'web', namespace: 'default' },
};

function renderLegacy(path: string) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [fleetApiRef, new FakeLedger().client],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <Routes>
        <Route
          path="/fleet/*"
          element={
            <TabbedLayout>
              <TabbedLayout.Route path="/drift" title="Drift">
                <FleetDrift />
              </TabbedLayout.Route>
            </TabbedLayout>
          }
        />
        <Route
          path="/component"
          element={
            <EntityProvider entity={component}>
              <EntityDriftCard />
              <EntityDriftContent />
            </EntityProvider>
          }
        />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('drift in an app on the old frontend system', () => {
  it('shows the tab of the fleet and one drift', async () => {
    await renderLegacy('/fleet/drift?drift=replicas');

    expect(
      await screen.findByRole('dialog', { name: 'web' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Kustomization web' }),
    ).toHaveAttribute('href', expect.stringMatching(/^\/fleet\/applications/));
  });

  it('shows the tab and the card of a component', async () => {
    await renderLegacy('/component');

    expect(
      await screen.findByRole('table', { name: 'Drift' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: /changed from 3 to 5/ }),
    ).toBeInTheDocument();
  });

  it('tells where the tab belongs', () => {
    const kinds = ['Component', 'Group', 'System', 'Domain', 'User'];
    expect(
      kinds.filter(kind => isDriftAvailable({ ...component, kind })),
    ).toEqual(['Component', 'Group', 'System', 'Domain']);
    const resource = { ...component, kind: 'Resource' };
    expect(isDriftAvailable(resource)).toBe(false);
    expect(
      isDriftAvailable({ ...resource, spec: { type: 'kubernetes-cluster' } }),
    ).toBe(true);
  });
});
