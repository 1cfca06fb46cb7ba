import { renderInTestApp } from '@backstage/test-utils';
import type { SummaryCell } from '@fleetcommander/backstage-plugin-fleet-common';
import { screen, within } from '@testing-library/react';
import { EnvironmentGrid } from './EnvironmentGrid';

const cells: SummaryCell[] = [
  {
    environment: 'production',
    region: 'us-east-1',
    clusters: ['prod-us-east-1'],
    total: 1,
    state: 'unreachable',
    version: 'v1.34.2',
    applications: { healthy: 21, failing: 1 },
    freshness: {
      observedAt: new Date(Date.now() - 7_300_000).toISOString(),
      stale: true,
      reason: 'no route to host',
    },
  },
  {
    environment: 'development',
    clusters: ['dev-1', 'dev-2'],
    total: 40,
    state: 'healthy',
    applications: { healthy: 22 },
    freshness: { stale: false },
  },
  {
    environment: 'staging',
    region: 'us-east-1',
    clusters: ['staging-us-east-1'],
    total: 1,
    state: 'not-allowed',
    applications: {},
    freshness: { stale: true, reason: 'not signed in' },
  },
];

describe('EnvironmentGrid', () => {
  it('places each cell, links every number, and says what is old and what has no region', async () => {
    await renderInTestApp(
      <EnvironmentGrid
        environments={['production', 'development', 'staging']}
        regions={['us-east-1']}
        cells={cells}
        linkTo={({ environment }, state) => `/${environment}/${state ?? ''}`}
      />,
    );
    expect(
      screen.getAllByRole('columnheader').map(head => head.textContent),
    ).toEqual(['us-east-1', 'no region']);

    const production = screen.getByRole('row', { name: /^production/ });
    expect(production).toHaveTextContent('unreachable');
    expect(production).toHaveTextContent('2 h old: no route to host');
    expect(
      within(production)
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['prod-us-east-1', '/production/'],
      ['1', '/production/failing'],
      ['21', '/production/healthy'],
    ]);
    expect(screen.getByRole('row', { name: /^staging/ })).not.toHaveTextContent(
      'no applications',
    );
    expect(
      screen.getByRole('link', { name: '1 applications failing' }),
    ).toBeVisible();

    const development = screen.getByRole('row', { name: /^development/ });
    expect(
      within(development).getByRole('link', { name: '40 clusters' }),
    ).toHaveAttribute('href', '/development/');
    expect(development).not.toHaveTextContent('old');
  });
});
