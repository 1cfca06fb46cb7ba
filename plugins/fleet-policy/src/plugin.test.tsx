import { screen } from '@testing-library/react';
import { FakePolicies } from './__testUtils__/FakePolicies';
import { renderPolicy } from './__testUtils__/renderPolicy';
import policyPlugin from '.';

describe('policyPlugin', () => {
  it.each([
    'sub-page:fleet-policy',
    'entity-content:fleet-policy',
    'entity-card:fleet-policy',
    'cluster-section:fleet-policy',
  ] as const)('offers %s, which apps name', id => {
    expect(policyPlugin.getExtension(id)).toBeDefined();
  });

  it('is a tab of the page of the fleet', async () => {
    renderPolicy(new FakePolicies(), '/fleet/policy');

    expect(await screen.findByRole('tab', { name: 'Policy' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
});
