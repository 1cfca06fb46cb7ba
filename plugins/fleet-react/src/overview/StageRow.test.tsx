import { renderInTestApp } from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { StageCluster } from './StageClusterCard';
import { StageRow } from './StageRow';

const clusters = Array.from(
  { length: 40 },
  (_, index): StageCluster => ({
    key: `spoke-${index}`,
    cluster: `spoke-${index}`,
    version: index < 30 ? '1.0.0' : '1.1.0',
    state: index === 39 ? 'failing' : 'healthy',
    summary: index === 39 ? 'image not found' : 'applied',
    freshness: { observedAt: new Date().toISOString(), stale: false },
  }),
);

describe('StageRow', () => {
  it('shows of many clusters those that need a person, and all on request', async () => {
    const user = userEvent.setup();
    await renderInTestApp(
      <StageRow
        stages={[
          { name: 'staging', clusters: clusters.slice(0, 3) },
          { name: 'production', clusters },
        ]}
      />,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    expect(screen.getAllByText(/^spoke-\d+$/).length).toBe(3 + 6);
    expect(screen.getByText('image not found')).toBeVisible();
    expect(screen.getByText('and 34 more:')).toBeVisible();
    expect(screen.getByTitle('34 clusters healthy')).toBeVisible();
    expect(screen.getByText('1.0.0, 1.1.0')).toBeVisible();

    await user.click(
      screen.getByRole('button', { name: 'All clusters of production' }),
    );
    expect(screen.getAllByText(/^spoke-\d+$/).length).toBe(3 + 40);
  });
});
