import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { useFilters } from '../hooks/useFilters';
import { FilterBar } from './FilterBar';

function List() {
  const filters = useFilters(['environment', 'state', 'mine'] as const, {
    sort: { field: 'name', direction: 'asc' },
  });
  return (
    <>
      <FilterBar
        filters={filters}
        facets={{
          environment: [
            { value: 'production', count: 22 },
            { value: 'staging', count: 12 },
          ],
          state: [
            { value: 'healthy', count: 30 },
            { value: 'failing', count: 4 },
          ],
        }}
        fields={[{ key: 'environment', title: 'Environment' }]}
        noun="applications"
        total={34}
        states
        mine
      />
      <output aria-label="URL">{useLocation().search}</output>
      <output aria-label="query">{JSON.stringify(filters.query)}</output>
    </>
  );
}

const url = () =>
  [...new URLSearchParams(screen.getByLabelText('URL').textContent ?? '')].map(
    ([key, value]) => `${key}=${value}`,
  );
const query = () =>
  JSON.parse(screen.getByLabelText('query').textContent ?? '');

describe('FilterBar', () => {
  it('writes every choice into the URL and takes it back', async () => {
    const user = userEvent.setup();
    await renderInTestApp(<List />, { routeEntries: ['/?other=kept'] });

    await user.click(screen.getByRole('button', { name: 'Environment' }));
    const dialog = screen.getByRole('dialog', { name: 'Environment' });
    await user.click(within(dialog).getByLabelText(/production/));
    await user.click(within(dialog).getByLabelText(/staging/));
    await user.keyboard('{Escape}');
    expect(
      await screen.findByRole('button', { name: 'Environment: production +1' }),
    ).toBeVisible();

    const failing = screen.getByRole('button', { name: 'failing 4' });
    await user.click(failing);
    expect(failing).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Mine' }));
    expect(url()).toEqual([
      'other=kept',
      'environment=production',
      'environment=staging',
      'state=failing',
      'mine=true',
    ]);
    expect(query()).toEqual({
      filter: [
        'environment=production,environment=staging,state=failing,mine=true',
      ],
      orderField: 'name,asc',
    });

    await user.type(screen.getByRole('searchbox'), 'web');
    await screen.findByText(/"text":"web"/);

    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(url()).toEqual(['other=kept']);
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('shows what a link says, and offers no state that is not there', async () => {
    await renderInTestApp(<List />, {
      routeEntries: ['/?environment=qa&state=failing&text=web&sort=since,desc'],
    });
    expect(
      screen.getByRole('button', { name: 'Environment: qa' }),
    ).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveValue('web');
    expect(
      within(screen.getByRole('group', { name: 'State' }))
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['failing 4', 'healthy 30']);
    expect(query()).toEqual({
      filter: ['environment=qa,state=failing'],
      text: 'web',
      orderField: 'since,desc',
    });
    expect(screen.getByText('34 applications')).toBeVisible();
  });
});
