import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import scaffolderModuleFleet from '.';
import { FakeFleet } from './__testUtils__/FakeFleet';
import { scaffolderApi } from './__testUtils__/scaffolderApi';

describe('scaffolderModuleFleet', () => {
  it('gives its fields to the forms of templates', async () => {
    renderTestApp({
      features: [scaffolderPlugin, scaffolderModuleFleet],
      apis: [
        [fleetApiRef, new FakeFleet().client],
        [scaffolderApiRef, scaffolderApi as never],
        [catalogApiRef, { getEntityByRef: async () => undefined } as never],
      ],
      initialRouteEntries: ['/create/templates/default/order'],
    });
    await userEvent.click(await screen.findByLabelText('Environment'));
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });
});
