import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ScaffolderPage } from '@backstage/plugin-scaffolder';
import {
  ScaffolderFieldExtensions,
  scaffolderApiRef,
} from '@backstage/plugin-scaffolder-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { FakeFleet } from './__testUtils__/FakeFleet';
import { scaffolderApi } from './__testUtils__/scaffolderApi';
import { FleetEnvironmentPickerFieldExtension } from './legacy';

describe('the fields in the old frontend system', () => {
  it('are there in the forms of templates', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [fleetApiRef, new FakeFleet().client],
          [scaffolderApiRef, scaffolderApi as never],
          [catalogApiRef, { getEntityByRef: async () => undefined } as never],
        ]}
      >
        <Routes>
          <Route
            path="/create/*"
            element={
              <ScaffolderPage>
                <ScaffolderFieldExtensions>
                  <FleetEnvironmentPickerFieldExtension />
                </ScaffolderFieldExtensions>
              </ScaffolderPage>
            }
          />
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/create/templates/default/order'] },
    );
    await userEvent.click(await screen.findByLabelText('Environment'));
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });
});
