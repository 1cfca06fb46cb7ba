import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { screen } from '@testing-library/react';
import { FakePolicies } from '../__testUtils__/FakePolicies';
import { policyRouteRef } from '../routes';
import { EntityPolicyCard } from './EntityPolicyCard';
import { EntityPolicyContent } from './EntityPolicyContent';

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
  policies: FakePolicies,
  element: JSX.Element,
) {
  return renderInTestApp(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    {
      apis: [[fleetApiRef, policies.client]],
      mountedRoutes: {
        '/fleet/policy': policyRouteRef,
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
}

describe('EntityPolicyContent', () => {
  it('shows a component what it breaks, and how it is fixed', async () => {
    const policies = new FakePolicies();
    renderOn(component, policies, <EntityPolicyContent />);

    const table = await screen.findByRole('table', { name: 'Policy results' });
    expect(table).toHaveTextContent('Deployment web in shop');
    expect(table).not.toHaveTextContent('indexer');
    expect(await screen.findByText('What to fix first')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Disallow Privileged Containers' }),
    ).toHaveAttribute('href', expect.stringMatching(/\?result=privileged$/));
    expect(
      screen.getByText(/on 2 clusters \(prod-eu-west-1, prod-us-east-1\)/),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('tab').map(({ textContent }) => textContent),
    ).toEqual(['Fix first', 'Over time', 'Exceptions']);
  });

  it('shows a cluster what it lacks as well', async () => {
    renderOn(cluster, new FakePolicies(), <EntityPolicyContent />);

    expect(
      await screen.findByRole('tab', { name: 'Coverage' }),
    ).toBeInTheDocument();
  });
});

describe('EntityPolicyCard', () => {
  it('names what to fix first, with how, in one request', async () => {
    const policies = new FakePolicies();
    renderOn(component, policies, <EntityPolicyCard />);

    expect(
      await screen.findByRole('link', {
        name: 'Disallow Privileged Containers',
      }),
    ).toHaveAttribute(
      'href',
      '/fleet/policy?view=results&entity=component%3Adefault%2Fweb&result=privileged',
    );
    expect(screen.getByText(/^Set spec.containers\[0\]/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^3 high/ })).toHaveAttribute(
      'href',
      '/fleet/policy?view=results&entity=component%3Adefault%2Fweb&severity=high',
    );
    expect(
      screen.getByText('Exception node-exporter on prod-us-east-1'),
    ).toBeInTheDocument();
    expect(policies.requests).toEqual(['entities/component/default/web']);
  });

  it('tells of a cluster how policies stand there, and what cannot be known', async () => {
    renderOn(cluster, new FakePolicies(), <EntityPolicyCard />);

    expect(
      await screen.findByRole('link', { name: /7 .*enforce.*2 .*audit/ }),
    ).toHaveAttribute(
      'href',
      '/fleet/policy?view=coverage&cluster=prod-us-east-1&by=policy',
    );
    expect(
      screen.getByRole('link', { name: /short of the baseline in 1 place/ }),
    ).toHaveAttribute('href', expect.stringContaining('deviations=on'));
    expect(screen.getByText(/its list was cut at 20/)).toBeInTheDocument();
  });
});
