import { renderInTestApp } from '@backstage/frontend-test-utils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeFleet } from '../__testUtils__/FakeFleet';
import {
  application,
  canary,
  certificate,
  secretSync,
  workload,
} from '../__testUtils__/records';
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

describe('what an entity has beside what runs', () => {
  it('lists the secrets and certificates that need a person, and those that are fine when asked', async () => {
    const fleet = new FakeFleet();
    fleet.secrets = [
      secretSync(),
      secretSync({
        name: 'token',
        state: 'degraded',
        summary: 'was not brought again in time',
        reason: 'SecretSynced',
        late: true,
      }),
    ];
    fleet.certificates = [certificate()];
    renderOnEntity(fleet, <EntityFleetContent />);

    const secrets = await screen.findByRole('region', { name: 'Secrets' });
    expect(
      await within(secrets).findByText('was not brought again in time'),
    ).toBeVisible();
    expect(within(secrets).queryByText('database')).toBeNull();
    expect(fleet.requests).toContainEqual(
      expect.stringContaining(
        encodeURIComponent('entity=component:default/checkout,state=failing'),
      ),
    );
    await userEvent.click(
      within(secrets).getByRole('button', { name: '1 fine' }),
    );
    expect(await within(secrets).findByText('database')).toBeVisible();

    const certificates = screen.getByRole('region', { name: 'Certificates' });
    expect(
      within(certificates).getByText('The only one is fine.'),
    ).toBeVisible();
  });

  it('says nothing of what it does not have', async () => {
    renderOnEntity(new FakeFleet(), <EntityFleetContent />);
    await screen.findByRole('region', { name: 'Runs' });
    expect(screen.queryByRole('region', { name: 'Secrets' })).toBeNull();
    expect(screen.queryByRole('region', { name: /New versions/ })).toBeNull();
  });

  it('shows how far a new version has come, and what it has to show', async () => {
    const fleet = new FakeFleet();
    fleet.canaries = [canary()];
    const target = workload(fleet.applications[0]);
    fleet.workloads = [
      { ...target, version: '1.5.0' },
      { ...target, id: 'primary', name: 'checkout-primary', version: '1.4.1' },
    ];
    renderOnEntity(fleet, <EntityFleetContent />);

    const trial = await screen.findByRole('region', {
      name: 'New versions on trial',
    });
    expect(within(trial).getByText('1.5.0 in place of 1.4.2')).toBeVisible();
    expect(screen.getByText('1.4.1')).toBeVisible();
    expect(
      within(trial).getByRole('progressbar', { name: 'Canary checkout' }),
    ).toHaveAttribute('aria-valuemax', '60');
    expect(
      within(trial).getByText(/1 of at most 2 checks failed/),
    ).toBeVisible();
    await userEvent.click(
      within(trial).getByRole('button', { expanded: false }),
    );
    expect(within(trial).getByText('at least 99 %, over 1m')).toBeVisible();
    expect(
      within(trial).getByText('2 failed checks, of which 1 have failed'),
    ).toBeVisible();
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
  it('has the secrets and certificates of the cluster', async () => {
    const fleet = new FakeFleet();
    fleet.certificates = [
      certificate({
        state: 'failing',
        summary: 'has expired',
        message: 'DNS problem',
        notAfter: '2026-11-01T10:00:00Z',
      }),
    ];
    renderOnEntity(
      fleet,
      <EntityClusterContent />,
      'Resource',
      'prod-eu-west-1',
    );
    expect(await screen.findByText('has expired')).toBeVisible();
    expect(screen.getByText('shop.example.org')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Secrets' })).toBeNull();
    expect(fleet.requests).toContainEqual(
      expect.stringContaining(encodeURIComponent('cluster=prod-eu-west-1,')),
    );
  });

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
