import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeFleet } from '../__testUtils__/FakeFleet';
import { renderFleet } from '../__testUtils__/renderFleet';

describe('Applications', () => {
  it('shows what the filters in the URL find', async () => {
    renderFleet(new FakeFleet(), '/fleet/applications?state=failing');

    const table = await screen.findByRole('table', { name: 'Applications' });
    expect(
      await within(table).findByRole('button', {
        name: 'Open checkout on prod-eu-west-1',
      }),
    ).toBeInTheDocument();
    expect(within(table).queryByText('web')).not.toBeInTheDocument();
  });

  it('suspends after saying what that does, shows it, and resumes', async () => {
    const fleet = new FakeFleet();
    const id = 'stg-eu-west-1.kustomization.apps.web';
    renderFleet(fleet, `/fleet/applications?application=${id}`);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Suspend…' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Suspend web?' });
    expect(
      within(dialog).getByText(/nobody corrects drift until it is resumed/),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByText('web on stg-eu-west-1'),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByText(/Resume lets the engine go on/),
    ).toBeInTheDocument();
    expect(fleet.requests.filter(line => line.startsWith('POST'))).toEqual([]);

    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Suspend' }),
    );
    expect(await screen.findByText('It is suspended.')).toBeInTheDocument();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Resume…' }),
    );
    await userEvent.click(
      within(
        await screen.findByRole('dialog', { name: 'Resume web?' }),
      ).getByRole('button', { name: 'Resume' }),
    );
    expect(await screen.findByText('It goes on.')).toBeInTheDocument();
    expect(fleet.requests.filter(line => line.startsWith('POST'))).toEqual([
      `POST applications/${id}/suspend`,
      `POST applications/${id}/resume`,
    ]);
  });

  it('offers bulk actions only for a filter, and shows first what they would do', async () => {
    const fleet = new FakeFleet();
    const { unmount } = renderFleet(fleet, '/fleet/applications');
    expect(
      await screen.findByRole('button', { name: 'Suspend all 3…' }),
    ).toHaveAttribute('aria-disabled', 'true');
    unmount();

    renderFleet(fleet, '/fleet/applications?environment=production');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Suspend all 3…' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Suspend 3 of 3 applications?',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Suspend' }),
    );
    expect(await screen.findByText('Done for 3 of 3')).toBeInTheDocument();
  });

  it('lists what belongs to nobody, and why', async () => {
    renderFleet(new FakeFleet(), '/fleet/applications?view=unowned');

    expect(await screen.findByText('It has no label.')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all applications' }),
    );
    expect(
      await screen.findByRole('table', { name: 'Applications' }),
    ).toBeInTheDocument();
  });

  it('names what is wrong with an application that does not exist', async () => {
    renderFleet(new FakeFleet(), '/fleet/applications?application=gone');

    expect(
      await screen.findByText(/No applications\/gone/),
    ).toBeInTheDocument();
  });
});
