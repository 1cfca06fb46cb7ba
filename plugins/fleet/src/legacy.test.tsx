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
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { FakeFleet } from './__testUtils__/FakeFleet';
import {
  EntityClusterContent,
  EntityFleetCard,
  EntityFleetContent,
  FleetPage,
  isClusterAvailable,
  isFleetAvailable,
} from './legacy';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
};
const cluster = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'prod-us-east-1', namespace: 'default' },
  spec: { type: 'kubernetes-cluster' },
};

function renderLegacy(path: string, fleet = new FakeFleet()) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [fleetApiRef, fleet.client],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <Routes>
        <Route
          path="/fleet/*"
          element={
            <FleetPage>
              <TabbedLayout.Route path="/drift" title="Drift">
                <p>what differs from Git</p>
              </TabbedLayout.Route>
            </FleetPage>
          }
        />
        <Route
          path="/component"
          element={
            <EntityProvider entity={component}>
              <EntityFleetCard />
              <EntityFleetContent />
            </EntityProvider>
          }
        />
        <Route
          path="/cluster"
          element={
            <EntityProvider entity={cluster}>
              <EntityClusterContent>
                <p>what differs from Git on it</p>
              </EntityClusterContent>
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

describe('the fleet in an app on the old frontend system', () => {
  it('shows the page, its tabs, and the tabs of others', async () => {
    await renderLegacy('/fleet');

    expect(
      await screen.findByRole('heading', { name: 'Needs attention (3)' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Applications' }));
    expect(
      await screen.findByRole('table', { name: 'Applications' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Provisioning' }));
    await userEvent.click(
      await screen.findByRole('link', { name: 'staging-eu-central-1' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'What was asked for' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Drift' }));
    expect(
      await screen.findByText('what differs from Git'),
    ).toBeInTheDocument();
  });

  it('shows the tab and the card of a component', async () => {
    await renderLegacy('/component');

    expect(
      await screen.findByRole('table', { name: 'Workloads' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Fleet' })).toBeInTheDocument();
  });

  it('shows the tab of a cluster with its doctor', async () => {
    await renderLegacy('/cluster');

    await userEvent.click(await screen.findByRole('tab', { name: 'Doctor' }));
    expect(screen.getByText('what differs from Git on it')).toBeInTheDocument();
    expect(await screen.findByText('not allowed')).toBeInTheDocument();
    expect(screen.getByText('Apply the manifest below.')).toBeInTheDocument();
    expect(screen.getByText('2 events have come')).toBeInTheDocument();
    expect(screen.getByText('1 was refused')).toBeInTheDocument();
  });

  it('shows the claim that made a cluster, and asks the cluster for its next version only when that is opened', async () => {
    const fleet = new FakeFleet();
    // Two others name it: one is only proposed, one came later.
    const { claims } = fleet.provisioning;
    const made = claims.find(item => item.name === 'prod-us-east-1')!;
    const state = { state: 'failing', step: 'merged' } as const;
    fleet.provisioning.claims = [
      { ...made, ...state, id: 'proposed', createdAt: undefined },
      { ...made, ...state, id: 'later', createdAt: '2026-11-19T10:00:00Z' },
      ...claims,
    ];
    await renderLegacy('/cluster', fleet);

    const claim = within(
      await screen.findByRole('region', { name: 'Provisioning' }),
    );
    expect(claim.getByRole('img', { name: /step 7 of 7/ })).toBeInTheDocument();
    expect(claim.getByText('3 to 6')).toBeInTheDocument();
    expect(
      await claim.findByRole('button', { name: 'Upgrade' }),
    ).toHaveAttribute(
      'href',
      `/create/templates/default/cluster-upgrade?${new URLSearchParams({
        formData: '{"cluster":"prod-us-east-1"}',
      })}`,
    );
    expect(screen.queryByText('Removed APIs')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('tab', { name: 'Upgrade readiness' }),
    );
    expect(await screen.findByText('Removed APIs')).toBeInTheDocument();
    expect(screen.getByText('asked for by a client')).toBeInTheDocument();
  });

  it('tells where the tabs belong', () => {
    expect(isClusterAvailable(cluster)).toBe(true);
    expect(isClusterAvailable(component)).toBe(false);
    expect(isFleetAvailable(component)).toBe(true);
    expect(isFleetAvailable(cluster)).toBe(false);
  });
});
