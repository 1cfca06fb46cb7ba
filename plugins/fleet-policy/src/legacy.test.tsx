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
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { FakePolicies } from './__testUtils__/FakePolicies';
import {
  EntityPolicyCard,
  EntityPolicyContent,
  FleetPolicy,
  isPolicyAvailable,
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
        [fleetApiRef, new FakePolicies().client],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <Routes>
        <Route
          path="/fleet/*"
          element={
            <TabbedLayout>
              <TabbedLayout.Route path="/policy" title="Policy">
                <FleetPolicy />
              </TabbedLayout.Route>
            </TabbedLayout>
          }
        />
        <Route
          path="/component"
          element={
            <EntityProvider entity={component}>
              <EntityPolicyCard />
              <EntityPolicyContent />
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

describe('policy in an app on the old frontend system', () => {
  it('shows the tab of the fleet and one breach', async () => {
    await renderLegacy('/fleet/policy?view=results&result=privileged');

    expect(
      await screen.findByRole('dialog', {
        name: 'Disallow Privileged Containers',
      }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: /its application/ }),
    ).toHaveAttribute('href', expect.stringMatching(/^\/fleet\/applications/));
  });

  it('shows the tab and the card of a component', async () => {
    await renderLegacy('/component');

    expect(
      await screen.findByRole('table', { name: 'Policy results' }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('link', { name: 'Disallow Privileged Containers' })
          .map(link => link.getAttribute('href')),
      ).toEqual([
        '/fleet/policy?view=results&entity=component%3Adefault%2Fweb&result=privileged',
        '/component?result=privileged',
      ]),
    );
  });

  it('tells where the tab belongs', () => {
    const kinds = ['Component', 'Group', 'System', 'Domain', 'User'];
    expect(
      kinds.filter(kind => isPolicyAvailable({ ...component, kind })),
    ).toEqual(['Component', 'Group', 'System', 'Domain']);
    const resource = { ...component, kind: 'Resource' };
    expect(isPolicyAvailable(resource)).toBe(false);
    expect(
      isPolicyAvailable({ ...resource, spec: { type: 'kubernetes-cluster' } }),
    ).toBe(true);
  });
});
