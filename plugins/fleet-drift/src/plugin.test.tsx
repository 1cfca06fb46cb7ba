import { screen } from '@testing-library/react';
import { FakeLedger } from './__testUtils__/FakeLedger';
import { renderDrift } from './__testUtils__/renderDrift';
import driftPlugin from '.';

describe('driftPlugin', () => {
  it.each([
    'sub-page:fleet-drift',
    'entity-content:fleet-drift',
    'entity-card:fleet-drift',
    'cluster-section:fleet-drift',
  ] as const)('offers %s, which apps name', id => {
    expect(driftPlugin.getExtension(id)).toBeDefined();
  });

  it('is a tab of the page of the fleet', async () => {
    renderDrift(new FakeLedger(), '/fleet/drift');

    expect(await screen.findByRole('tab', { name: 'Drift' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
});
