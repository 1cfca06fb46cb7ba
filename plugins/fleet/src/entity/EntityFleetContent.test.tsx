import { renderInTestApp } from '@backstage/frontend-test-utils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { screen, within } from '@testing-library/react';
import { FakeFleet } from '../__testUtils__/FakeFleet';
import { application } from '../__testUtils__/records';
import { rootRouteRef } from '../routes';
import { EntityFleetCard } from './EntityFleetCard';
import { EntityFleetContent } from './EntityFleetContent';
import { EntityClusterContent } from '../cluster/EntityClusterContent';

function renderOnEntity(
  fleet: FakeFleet,
  element: JSX.Element,
  kind = 'Component',
  name = 'checkout',
) {
  return renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: { name, namespace: 'default' },
      }}
    >
      {element}
    </EntityProvider>,
    {
      apis: [[fleetApiRef, fleet.client]],
      mountedRoutes: {
        '/fleet': rootRouteRef,
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
}

describe('EntityFleetContent', () => {
  it('shows the stages in promotion order and says what is shared', async () => {
    renderOnEntity(new FakeFleet(), <EntityFleetContent />);

    const staging = await screen.findByRole('heading', { name: /staging/ });
    const production = screen.getByRole('heading', { name: /production/ });
    expect(
      staging.compareDocumentPosition(production) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Applications' });
    expect(await within(table).findByText(/shared by 2/)).toBeInTheDocument();
    expect(
      within(table).getByRole('link', {
        name: /apps\/checkout\/overlays/,
      }),
    ).toHaveAttribute(
      'href',
      'https://git.example.org/acme/apps/commit/0123456789abcdef',
    );
  });

  it('names the annotation that is wrong', async () => {
    const fleet = new FakeFleet();
    fleet.problems = [
      {
        key: 'argocd/app-name',
        message: 'excludes argocd/app-selector; remove one of them',
      },
    ];
    renderOnEntity(fleet, <EntityFleetContent />);

    expect(await screen.findByText('argocd/app-name')).toBeInTheDocument();
    expect(screen.getByText(/remove one of them/)).toBeInTheDocument();
  });
});

describe('EntityFleetCard', () => {
  it('shows where it runs', async () => {
    const fleet = new FakeFleet();
    fleet.applications = [application('checkout', { version: '1.5.0' })];
    renderOnEntity(fleet, <EntityFleetCard />);

    expect(await screen.findByText('1.5.0')).toBeInTheDocument();
  });
});

describe('EntityClusterContent', () => {
  it('says since when a cluster is away and what is old because of it', async () => {
    renderOnEntity(
      new FakeFleet(),
      <EntityClusterContent />,
      'Resource',
      'prod-us-east-1',
    );

    expect(
      await screen.findByText(/Check that the API server runs/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/what is shown below is the state of then/),
    ).toBeInTheDocument();
  });
});
