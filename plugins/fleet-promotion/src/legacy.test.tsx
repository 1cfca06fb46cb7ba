import { TabbedLayout } from '@backstage/core-components';
import { identityApiRef } from '@backstage/core-plugin-api';
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
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { FakePromotions } from './__testUtils__/FakePromotions';
import {
  EntityPromotionCard,
  EntityPromotionContent,
  FleetPromotions,
  isPromotionAvailable,
} from './legacy';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'bookings', namespace: 'default' },
};

function renderLegacy(path: string) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [fleetApiRef, new FakePromotions().client],
        [identityApiRef, mockApis.identity()],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <Routes>
        <Route
          path="/fleet/*"
          element={
            <TabbedLayout>
              <TabbedLayout.Route path="/promotions" title="Promotions">
                <FleetPromotions />
              </TabbedLayout.Route>
            </TabbedLayout>
          }
        />
        <Route
          path="/component"
          element={
            <EntityProvider entity={component}>
              <EntityPromotionCard />
              <EntityPromotionContent />
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

describe('promotion in an app on the old frontend system', () => {
  it('shows the tab of the fleet and one promotion', async () => {
    await renderLegacy('/fleet/promotions');

    await userEvent.click(
      await screen.findByRole('link', { name: 'bookings 1.5.0 → production' }),
    );
    expect(await screen.findByText('Where it runs')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '← Promotions' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/fleet\/promotions$/),
    );
  });

  it('shows the tab and the card of a component, and that there is no scaffolder', async () => {
    await renderLegacy('/component');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Promote to staging…' }),
    );
    await userEvent.hover(
      await screen.findByRole('button', { name: 'Open pull request' }),
    );
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'this app has no scaffolder',
    );
    expect(screen.getAllByText(/lacks 1 change/)).toHaveLength(1);
  });

  it('tells where the tab belongs', () => {
    const kinds = ['Component', 'Group', 'System', 'Domain', 'User'];
    expect(
      kinds.filter(kind => isPromotionAvailable({ ...component, kind })),
    ).toEqual(['Component', 'Group', 'System', 'Domain']);
    expect(
      isPromotionAvailable({
        ...component,
        kind: 'Resource',
        spec: { type: 'kubernetes-cluster' },
      }),
    ).toBe(false);
  });
});
