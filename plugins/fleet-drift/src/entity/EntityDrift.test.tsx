import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { screen, within } from '@testing-library/react';
import { memory, replicas } from '../__testUtils__/drift';
import { FakeLedger } from '../__testUtils__/FakeLedger';
import { driftRouteRef } from '../routes';
import { EntityDriftCard } from './EntityDriftCard';
import { EntityDriftContent } from './EntityDriftContent';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'web', namespace: 'default' },
};
const cluster = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'prod-us-east-1', namespace: 'default' },
  spec: { type: 'kubernetes-cluster' },
};

function renderOn(
  entity: typeof component,
  ledger: FakeLedger,
  element: JSX.Element,
) {
  return renderInTestApp(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    {
      apis: [[fleetApiRef, ledger.client]],
      mountedRoutes: {
        '/fleet/drift': driftRouteRef,
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
}

describe('EntityDriftContent', () => {
  it('shows a component what is its own', async () => {
    renderOn(component, new FakeLedger(), <EntityDriftContent />);

    const table = await screen.findByRole('table', { name: 'Drift' });
    expect(table).toHaveTextContent('by kubectl-edit');
    expect(table).not.toHaveTextContent('search');
  });

  it('shows what is over beneath, with how often it came', async () => {
    const ledger = new FakeLedger();
    ledger.drifts = [
      {
        ...replicas,
        endedAt: '2026-11-20T10:04:00Z',
      },
    ];
    renderOn(component, ledger, <EntityDriftContent />);

    const earlier = await screen.findByRole('table', { name: 'Earlier' });
    expect(earlier).toHaveTextContent('by kubectl-edit');
    expect(earlier).toHaveTextContent(/ended .* ago/);
    expect(earlier).toHaveTextContent('3rd time');
  });

  it('shows a cluster what is on it', async () => {
    renderOn(cluster, new FakeLedger(), <EntityDriftContent />);

    const table = await screen.findByRole('table', { name: 'Drift' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
  });

  it('does not call clean what it cannot see', async () => {
    const ledger = new FakeLedger();
    ledger.drifts = [memory];
    renderOn(component, ledger, <EntityDriftContent />);

    expect(
      await screen.findByText('Nothing differs from Git as far as is known'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/It is not known of prod-eu-west-1/),
    ).toHaveTextContent('unreachable since 08:00');
  });
});

describe('EntityDriftCard', () => {
  it('counts what differs and what cannot be judged, in one request', async () => {
    const ledger = new FakeLedger();
    renderOn(component, ledger, <EntityDriftCard />);

    expect(
      await screen.findByRole('link', { name: /^1 high/ }),
    ).toHaveAttribute(
      'href',
      '/fleet/drift?entity=component%3Adefault%2Fweb&severity=high',
    );
    expect(screen.getByRole('link', { name: /^1 blind spot/ })).toHaveAttribute(
      'href',
      '/fleet/drift?entity=component%3Adefault%2Fweb&view=blind',
    );
    expect(ledger.requests).toEqual(['GET entities/component/default/web']);
  });

  it('tells of a cluster what differs on it, and whose it is', async () => {
    renderOn(cluster, new FakeLedger(), <EntityDriftCard />);

    expect(await screen.findByText('search')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All 3' })).toHaveAttribute(
      'href',
      '/fleet/drift?cluster=prod-us-east-1',
    );
  });

  it('links each difference to its story', async () => {
    renderOn(component, new FakeLedger(), <EntityDriftCard />);

    expect(
      await screen.findByRole('link', { name: /changed from 3 to 5/ }),
    ).toHaveAttribute(
      'href',
      '/fleet/drift?entity=component%3Adefault%2Fweb&drift=replicas',
    );
  });
});
