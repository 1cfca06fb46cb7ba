import { screen, within } from '@testing-library/react';
import { failingClaim } from '../__testUtils__/claims';
import { FakeFleet } from '../__testUtils__/FakeFleet';
import { renderFleet } from '../__testUtils__/renderFleet';

describe('Overview', () => {
  it('links every number and everything that needs a person', async () => {
    renderFleet(new FakeFleet(), '/fleet');

    const attention = await screen.findByRole('table', {
      name: 'Needs attention',
    });
    expect(
      within(attention).getByRole('link', { name: /prod-us-east-1/ }),
    ).toHaveAttribute('href', '/catalog/default/resource/prod-us-east-1');
    expect(
      within(attention).getByRole('link', { name: 'checkout' }),
    ).toHaveAttribute(
      'href',
      '/fleet/applications?state=failing&application=prod-eu-west-1.kustomization.apps.checkout',
    );
    expect(
      within(attention).getByRole('link', { name: failingClaim.name }),
    ).toHaveAttribute('href', `/fleet/provisioning/${failingClaim.id}`);
    expect(
      screen.getByText(/on 1 of 2 production|on prod-eu-west-1/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /owner/ })).toHaveAttribute(
      'href',
      '/fleet/applications?view=unowned',
    );
  });

  it('says what an absent hub makes stale', async () => {
    const fleet = new FakeFleet();
    fleet.hubs = [
      {
        cluster: 'hub',
        steers: 3,
        reachability: { outcome: 'unreachable' },
        message:
          'What it steers on 3 clusters is as of its last answer; the clusters themselves go on.',
      },
    ];
    renderFleet(fleet, '/fleet');

    expect(
      await screen.findByText('Hub does not answer: hub'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/the clusters themselves go on/),
    ).toBeInTheDocument();
  });

  it('teaches what to set where there is no cluster', async () => {
    const fleet = new FakeFleet();
    fleet.clusters = [];
    renderFleet(fleet, '/fleet');

    expect(
      await screen.findByText('fleet.clusters.kubeconfig'),
    ).toBeInTheDocument();
    expect(screen.getByText('fleet.cluster.read')).toBeInTheDocument();
  });
});
