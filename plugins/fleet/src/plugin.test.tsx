import { screen } from '@testing-library/react';
import { FakeFleet } from './__testUtils__/FakeFleet';
import { renderFleet } from './__testUtils__/renderFleet';
import fleetPlugin from '.';

describe('fleetPlugin', () => {
  it('offers the extensions that apps and other plugins name', () => {
    const offered = ['api', 'page', 'sub-page', 'entity-content', 'entity-card']
      .flatMap(kind =>
        [
          '',
          'overview',
          'clusters',
          'applications',
          'matrix',
          'provisioning',
          'cluster',
          'fleet',
        ].map(name => `${kind}:fleet${name && `/${name}`}`),
      )
      .filter(id => {
        try {
          return fleetPlugin.getExtension(id as 'page:fleet');
        } catch {
          return false;
        }
      });

    expect(offered).toEqual([
      'api:fleet',
      'page:fleet',
      'sub-page:fleet/overview',
      'sub-page:fleet/clusters',
      'sub-page:fleet/applications',
      'sub-page:fleet/matrix',
      'sub-page:fleet/provisioning',
      'entity-content:fleet/cluster',
      'entity-content:fleet/fleet',
      'entity-card:fleet/fleet',
    ]);
    expect(Object.keys(fleetPlugin.routes)).toEqual([
      'root',
      'overview',
      'clusters',
      'applications',
      'matrix',
      'provisioning',
    ]);
  });

  it.each([
    ['/fleet', 'Needs attention (3)'],
    ['/fleet/overview', 'Needs attention (3)'],
    ['/fleet/clusters', 'Clusters'],
    ['/fleet/applications', 'Applications'],
    ['/fleet/matrix', 'All versions'],
    ['/fleet/provisioning', 'Provisioning'],
  ])('shows %s', async (path, heading) => {
    renderFleet(new FakeFleet(), path);

    expect(
      await screen.findByRole('heading', { name: heading }),
    ).toBeInTheDocument();
    for (const tab of [
      'Overview',
      'Clusters',
      'Applications',
      'Matrix',
      'Provisioning',
    ]) {
      expect(screen.getAllByText(tab).length).toBeGreaterThan(0);
    }
  });
});
