import {
  ANNOTATION_CLAIM_KIND,
  type Claim,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  claimKind,
  failingClaim,
  pullRequest,
  upgrade,
} from '../__testUtils__/claims';
import { FakeFleet } from '../__testUtils__/FakeFleet';
import { renderFleet } from '../__testUtils__/renderFleet';

const page = `/fleet/provisioning/${encodeURIComponent(failingClaim.id)}`;

function fleetOf(...claims: Claim[]) {
  const fleet = new FakeFleet();
  fleet.provisioning.claims = claims;
  return fleet;
}

// The browser of the test measures nothing.
beforeAll(() => {
  Object.assign(SVGElement.prototype, {
    getBBox: () => ({ width: 100, height: 40 }),
  });
});

describe('Provisioning', () => {
  describe('list', () => {
    it('says of each claim how far it is, what is wrong and what it waits for', async () => {
      const fleet = fleetOf(
        { ...failingClaim, pullRequests: [pullRequest] },
        { ...failingClaim, id: 'other', name: 'other', state: 'healthy' },
      );
      renderFleet(fleet, '/fleet/provisioning?state=failing&mine=true');

      const table = await screen.findByRole('table', { name: 'Claims' });
      expect(
        await within(table).findByText(
          /^NodeGroup gpu-x7k2p: the cloud refuses it: You have/,
        ),
      ).toBeInTheDocument();
      expect(
        within(table).getByRole('img', { name: 'step 4 of 7, failing' }),
      ).toBeInTheDocument();
      expect(within(table).getByText('usually 12 min')).toBeInTheDocument();
      expect(within(table).getByRole('link', { name: /#12/ })).toHaveAttribute(
        'href',
        pullRequest.url,
      );
      expect(
        within(table).getByText('waits for 1 approval'),
      ).toBeInTheDocument();
      expect(
        within(table).getByRole('link', { name: 'staging-eu-central-1' }),
      ).toHaveAttribute('href', page);
      expect(within(table).queryByText('other')).not.toBeInTheDocument();
      expect(fleet.requests).toContainEqual(
        expect.stringContaining(
          `filter=${encodeURIComponent('state=failing,mine=true')}`,
        ),
      );
    });

    it('teaches what would be here: kinds to order, or what is needed for them', async () => {
      const fleet = fleetOf();
      const { unmount } = renderFleet(fleet, '/fleet/provisioning');
      expect(
        await screen.findByText('Nothing can be claimed'),
      ).toBeInTheDocument();
      unmount();

      fleet.provisioning.kinds = [claimKind('KubernetesCluster')];
      renderFleet(fleet, '/fleet/provisioning');
      expect(
        await screen.findByText('Nothing has been claimed'),
      ).toBeInTheDocument();
    });

    it('shows upgrades that go on, and stops one after saying what that leaves as it is', async () => {
      const fleet = new FakeFleet();
      fleet.provisioning.upgrades = [
        upgrade,
        { ...upgrade, id: 'upgrade-0', version: '1.33', state: 'done' },
      ];
      renderFleet(fleet, '/fleet/provisioning');

      expect(
        await screen.findByRole('heading', {
          name: /Upgrade to Kubernetes 1.35/,
        }),
      ).toBeInTheDocument();
      expect(screen.getByText('nodes are replaced')).toBeInTheDocument();
      expect(screen.queryByText(/1.33/)).not.toBeInTheDocument();

      await userEvent.click(screen.getByRole('button', { name: 'Stop…' }));
      const dialog = await screen.findByRole('dialog');
      expect(
        within(dialog).getByText('stg-eu-west-1, not begun'),
      ).toBeInTheDocument();
      await userEvent.click(
        within(dialog).getByRole('button', { name: 'Stop' }),
      );
      expect(fleet.requests).toContain('POST cluster-upgrades/upgrade-1/stop');
      expect(screen.queryByText(/1.35/)).not.toBeInTheDocument();
    });
  });

  it('offers what can be ordered, by the template that says so, and says how to add one', async () => {
    const fleet = new FakeFleet();
    fleet.provisioning.kinds = [
      claimKind('KubernetesCluster', { title: 'Kubernetes cluster' }),
      claimKind('Bucket', {
        state: 'failing',
        summary: 'not established: names conflict',
        unreadable: 'It has no served version.',
        compositions: [],
      }),
    ];
    renderFleet(fleet, '/fleet/provisioning/order', [
      {
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        kind: 'Template',
        metadata: {
          name: 'cluster-claim',
          title: 'Order a cluster',
          annotations: {
            [ANNOTATION_CLAIM_KIND]: 'platform.example.org/KubernetesCluster',
          },
        },
      },
    ]);

    const cluster = await screen.findByRole('region', {
      name: 'Kubernetes cluster',
    });
    expect(
      await within(cluster).findByRole('button', { name: 'Order a cluster' }),
    ).toHaveAttribute('href', '/create/templates/default/cluster-claim');
    expect(within(cluster).getByRole('link', { name: '9' })).toHaveAttribute(
      'href',
      '/fleet/provisioning?kind=KubernetesCluster',
    );

    const bucket = screen.getByRole('region', { name: 'Bucket' });
    expect(
      within(bucket).getByText('not established: names conflict'),
    ).toBeInTheDocument();
    expect(
      within(bucket).getByText(/It has no served version/),
    ).toBeInTheDocument();
    expect(
      within(bucket).getByText('No software template orders it yet'),
    ).toBeInTheDocument();
  });

  describe('page of a claim', () => {
    it('has what fails on top, then steps with their times, what was asked, and the tree', async () => {
      const fleet = new FakeFleet();
      renderFleet(fleet, page);

      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent(
        /NodeGroup gpu-x7k2p: the cloud refuses it ?ReconcileError/,
      );
      expect(alert).toHaveTextContent(
        'ReconcileError: You have requested more vCPU capacity',
      );
      expect(alert).toHaveTextContent(
        'XKubernetesCluster/staging-eu-central-1-abcde → NodeGroup/gpu-x7k2p',
      );

      const steps = within(screen.getByRole('list', { name: 'Steps' }));
      expect(
        steps.getByText('took 12 min, usually 15 min'),
      ).toBeInTheDocument();
      expect(steps.getByText('1 of 2 ready')).toBeInTheDocument();
      expect(steps.getByText('to come')).toBeInTheDocument();

      expect(screen.getByText('kubernetes.version')).toBeInTheDocument();
      expect(screen.getByText('metrics, ingress')).toBeInTheDocument();
      expect(screen.queryByText(/resourceRef/)).not.toBeInTheDocument();

      const tree = await screen.findByRole('table', { name: 'Objects' });
      await userEvent.click(
        within(tree).getByRole('button', {
          name: 'Details of NodeGroup gpu-x7k2p',
        }),
      );
      expect(within(tree).getByText('In the cloud')).toBeInTheDocument();
    });

    it('asks for events, and for the graph, only where they are opened', async () => {
      const fleet = new FakeFleet();
      renderFleet(fleet, page);
      await screen.findByRole('table', { name: 'Objects' });
      const asked = (part: string) =>
        fleet.requests.filter(line => line.includes(part));
      expect(asked('/events')).toHaveLength(0);
      expect(asked('limit=200')).toHaveLength(0);

      await userEvent.click(screen.getByRole('tab', { name: 'Events' }));
      expect(
        await screen.findByText('cannot create NodeGroup'),
      ).toBeInTheDocument();
      await userEvent.click(screen.getByRole('tab', { name: 'Graph' }));
      expect(
        await screen.findByRole('group', { name: 'Graph of 3 objects' }),
      ).toBeInTheDocument();
      await userEvent.click(
        screen.getByRole('tab', { name: 'Pull requests (1)' }),
      );
      expect(
        await screen.findByText('1 of 2 passed, 1 running'),
      ).toBeInTheDocument();
    });

    it('draws no graph of thousands', async () => {
      const fleet = fleetOf({ ...failingClaim, total: 2_001 });
      renderFleet(fleet, `${page}?section=graph`);

      expect(
        await screen.findByText('2,001 objects are too many for a graph'),
      ).toBeInTheDocument();
    });

    it('opens the forms that change a cluster filled in, and says that there is no such claim', async () => {
      const { unmount } = renderFleet(new FakeFleet(), page);
      expect(
        await screen.findByRole('button', { name: 'Scale' }),
      ).toHaveAttribute(
        'href',
        `/create/templates/default/cluster-scale?${new URLSearchParams({
          formData: '{"cluster":"staging-eu-central-1"}',
        })}`,
      );
      unmount();

      renderFleet(new FakeFleet(), '/fleet/provisioning/gone');
      expect(
        await screen.findByText('There is no such thing among the claims'),
      ).toBeInTheDocument();
    });
  });
});
