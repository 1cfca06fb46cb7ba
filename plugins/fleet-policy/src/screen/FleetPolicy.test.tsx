import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePolicies } from '../__testUtils__/FakePolicies';
import { description, policy } from '../__testUtils__/policies';
import { renderPolicy } from '../__testUtils__/renderPolicy';

describe('FleetPolicy', () => {
  beforeEach(() => {
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
    jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  });
  afterEach(() => jest.restoreAllMocks());

  it('tells the posture of teams, each number a link to what it counts', async () => {
    renderPolicy(new FakePolicies(), '/fleet/policy?environment=production');

    const table = await screen.findByRole('table', { name: 'Posture' });
    const [, shop, unowned] = within(table).getAllByRole('row');
    expect(shop).toHaveTextContent(/99 %/);
    expect(
      within(shop).getByRole('link', { name: /1 critical/ }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(
        /\?view=results&severity=critical&owner=group%3Adefault%2Fshop$/,
      ),
    );
    expect(within(shop).getByRole('link', { name: '2 ended' })).toHaveAttribute(
      'href',
      expect.stringContaining('changed=ended'),
    );
    expect(
      within(unowned).getByRole('link', { name: /1 medium/ }),
    ).toHaveAttribute('href', expect.stringContaining('unowned=true'));
    expect(screen.getByText(/^Enforced = policies/)).toBeInTheDocument();
    expect(
      await screen.findByRole('list', {
        name: 'Breaches open at the end of each day',
      }),
    ).toHaveTextContent(/1 on .*2 on /);
    expect(
      await screen.findByRole('link', { name: /1 exceptions have expired/ }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('state=expired&state=expiring'),
    );
  });

  it('answers at a glance which production clusters do not enforce a control', async () => {
    const policies = new FakePolicies();
    renderPolicy(
      policies,
      '/fleet/policy?view=coverage&environment=production&deviations=on',
    );

    const grid = await screen.findByRole('grid', { name: 'Policy coverage' });
    expect(
      within(grid).getByRole('rowheader', {
        name: /Disallow privileged containers.*production 2 of 3/,
      }),
    ).toBeInTheDocument();
    const short = within(grid).getByRole('gridcell', {
      name: 'Disallow privileged containers on prod-ap-south-1: audit, audits what production must enforce',
    });
    expect(policies.requests).toContain(
      'policy-coverage environment=production',
    );
    expect(
      screen.getByRole('list', { name: 'What the signs mean' }),
    ).toHaveTextContent(/absent/);
    expect(screen.getByText(/not met in 1 place/)).toBeInTheDocument();

    await userEvent.hover(
      within(grid).getByRole('gridcell', { name: /prod-eu-west-1: enforce/ }),
    );
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /gatekeeper.*K8sPSPPrivilegedContainer privileged \(deny\)/,
    );
    await userEvent.click(short);
    expect(
      await screen.findByRole('dialog', { name: policy.title }),
    ).toBeInTheDocument();
  });

  it('lists what breaks policies with how to fix it, and narrows to what changed', async () => {
    const policies = new FakePolicies();
    renderPolicy(policies, '/fleet/policy?view=results');

    const table = await screen.findByRole('table', { name: 'Policy results' });
    const [, first, second] = within(table).getAllByRole('row');
    for (const words of [
      'critical',
      'Deployment web in shop',
      'Set spec.containers[0].securityContext.privileged to false',
      'prod-us-east-1',
      '2nd time',
    ]) {
      expect(first).toHaveTextContent(words);
    }
    expect(second).toHaveTextContent('the policy does not refuse it: audit');
    expect(second).toHaveTextContent('unreachable since 08:00');
    expect(second).toHaveTextContent('nobody');

    await userEvent.click(
      screen.getByRole('button', { name: 'Ended this week' }),
    );
    expect(await screen.findByText('1 breach')).toBeInTheDocument();
    expect(policies.requests.at(-1)).toMatch(
      /^policy-results state=ended,endedSince=\d{4}-/,
    );
    await userEvent.click(screen.getByRole('tab', { name: 'Exceptions' }));
    await screen.findByRole('table', { name: 'Exceptions' });
    expect(policies.requests.at(-1)).toBe('policy-exceptions');
  });

  it('tells one breach from what the policy says to how it is fixed', async () => {
    renderPolicy(
      new FakePolicies(),
      '/fleet/policy?view=results&result=privileged',
    );

    const drawer = await screen.findByRole('dialog', { name: policy.title });
    expect(await within(drawer).findByText(description)).toBeInTheDocument();
    expect(
      within(drawer).getByText('Privileged mode is disallowed.'),
    ).toBeInTheDocument();
    expect(within(drawer).getByText('How to fix it')).toBeInTheDocument();
    expect(
      within(drawer).getByRole('link', { name: /its application/ }),
    ).toHaveAttribute(
      'href',
      '/fleet/applications?application=prod-us-east-1.kustomization.apps.web',
    );
    await userEvent.click(
      within(drawer).getByRole('button', { name: 'About the policy' }),
    );
    expect(await screen.findByText('Where it stands')).toBeInTheDocument();
  });

  it('tells where a policy stands in its engine’s own word, and leads nowhere unsafe', async () => {
    renderPolicy(new FakePolicies(), `/fleet/policy?about=${policy.id}`);

    const table = await screen.findByRole('table', { name: 'Where it stands' });
    expect(table).toHaveTextContent('dryrun, in namespace shop');
    expect(screen.getByText('1 of 2 clusters enforce it')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^Library/ })).toHaveAttribute(
      'href',
      'https://kyverno.io/policies/one',
    );
    expect(screen.getByText('Not one').closest('a')).toBeNull();
    expect(
      await screen.findByRole('list', { name: 'By team' }),
    ).toHaveTextContent('shop');
  });

  it('shows an exception before it expires, with its file and what it lets through', async () => {
    renderPolicy(new FakePolicies(), '/fleet/policy?view=exceptions');

    const table = await screen.findByRole('table', { name: 'Exceptions' });
    expect(table).toHaveTextContent('expires soon');
    expect(table).toHaveTextContent('asked for by team-sre');
    expect(
      within(table).getByRole('link', { name: /node-exporter.yaml/ }),
    ).toHaveAttribute('href', expect.stringContaining('git.example.org'));
    expect(within(table).getByRole('link', { name: '1' })).toHaveAttribute(
      'href',
      expect.stringMatching(
        /\/fleet\/policy\?view=results&cluster=prod-us-east-1&exception=node-exporter&excepted=true$/,
      ),
    );
  });

  it('exports what is on the screen, and no name as a formula', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = file => {
      files.push(file as Blob);
      return 'blob:';
    };
    URL.revokeObjectURL = () => {};
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    const policies = new FakePolicies();
    policies.results = policies.results.map(item => ({
      ...item,
      policy: { ...item.policy, name: '=HYPERLINK("http://evil")' },
    }));
    renderPolicy(policies, '/fleet/policy?view=results&severity=medium');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    await waitFor(() => expect(files).toHaveLength(1));
    const lines = (await new Response(files[0]).text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });

  it('says that nothing is broken only of what was read', async () => {
    const policies = new FakePolicies();
    policies.results = [];
    renderPolicy(policies, '/fleet/policy?view=results');
    expect(
      await screen.findByText('No policy is broken as far as is known'),
    ).toBeInTheDocument();
    expect(screen.getByText(/It is not known of stg-eu-west-1/)).toBeVisible();
  });

  it('teaches where there is no policy at all', async () => {
    const policies = new FakePolicies();
    policies.results = [];
    policies.policies = [];
    renderPolicy(policies, '/fleet/policy?view=results');
    expect(await screen.findByText('No policy to break')).toBeInTheDocument();
  });

  it('names the permission that is missing', async () => {
    const policies = new FakePolicies();
    policies.refusal = {
      status: 403,
      name: 'NotAllowedError',
      message: 'You need fleet.cluster.read',
    };
    renderPolicy(policies, '/fleet/policy?view=results');
    expect(
      await screen.findByText(/It needs the permission fleet.cluster.read/),
    ).toBeInTheDocument();
  });
});
