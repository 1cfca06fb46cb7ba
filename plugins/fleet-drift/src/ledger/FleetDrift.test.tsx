import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { drift } from '../__testUtils__/drift';
import { FakeLedger } from '../__testUtils__/FakeLedger';
import { renderDrift } from '../__testUtils__/renderDrift';

describe('the Drift page', () => {
  it('answers without a click what differs, where, whose it is and whether it is corrected', async () => {
    renderDrift(new FakeLedger(), '/fleet/drift');

    const table = await screen.findByRole('table', { name: 'Drift' });
    const [, worst, second, third] = within(table).getAllByRole('row');
    expect(worst).toHaveTextContent('critical');
    expect(worst).toHaveTextContent('removed');
    expect(worst).toHaveTextContent('by a client unknown');
    expect(worst).toHaveTextContent('unreachable since 08:00');
    for (const words of [
      'in Git: 3 → , live: 5',
      'by kubectl-edit',
      'prod-us-east-1',
      'production',
      'shop',
      'Flux will undo it',
      '3rd time',
    ]) {
      expect(second).toHaveTextContent(words);
    }
    expect(third).toHaveTextContent('nobody corrects');
    expect(table).not.toHaveTextContent('Git moved on');
    expect(
      screen.getByRole('link', { name: /^2 critical or high/ }),
    ).toHaveAttribute('href', expect.stringContaining('severity=high'));
  });

  it('narrows by the URL, counts beside the other filters, and shows what is over on request', async () => {
    renderDrift(new FakeLedger(), '/fleet/drift?environment=production');

    expect(await screen.findByText('2 differences')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Who and where' }));
    expect(
      await screen.findByRole('link', { name: 'kubectl-edit' }),
    ).toHaveAttribute(
      'href',
      '/fleet/drift?environment=production&manager=kubectl-edit',
    );

    await userEvent.click(screen.getByRole('button', { name: 'Ended' }));
    await userEvent.click(screen.getByRole('tab', { name: 'Ended' }));
    const row = await screen.findByRole('row', { name: /Git moved on/ });
    expect(row).toHaveTextContent('10 min');
    expect(row).toHaveTextContent(/ended .* ago/);
  });

  it('shows when each was there, and where nothing can be judged', async () => {
    renderDrift(new FakeLedger(), '/fleet/drift?view=history');
    expect(
      within(
        await screen.findByRole('list', { name: 'When each drift was there' }),
      ).getAllByRole('listitem').length,
    ).toBeGreaterThan(0);

    await userEvent.click(screen.getByRole('tab', { name: 'Blind spots' }));
    const table = await screen.findByRole('table', { name: 'Blind spots' });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(table).toHaveTextContent('A person suspended it.');
  });

  it('says what was looked at when nothing differs', async () => {
    const ledger = new FakeLedger();
    ledger.drifts = [];
    renderDrift(ledger, '/fleet/drift');

    expect(
      await screen.findByText('Nothing differs from Git'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /64 applications on 3 clusters that you may see are compared/,
      ),
    ).toBeInTheDocument();
  });

  it('names what the filter did not find, and how to get back', async () => {
    renderDrift(new FakeLedger(), '/fleet/drift?cluster=gone');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear the filters' }),
    );
    expect(await screen.findByText('3 differences')).toBeInTheDocument();
  });
});

describe('one drift', () => {
  it('tells its story, and leads to Git and to the application', async () => {
    renderDrift(new FakeLedger(), '/fleet/drift?drift=replicas');

    const drawer = await screen.findByRole('dialog', { name: 'web' });
    for (const words of [
      /was changed from 3 to 5 by kubectl-edit/,
      /A client is a program, not a person/,
      'Flux will undo it when it reconciles next, every 10 minutes.',
      'This is the 3rd time',
    ]) {
      expect(await within(drawer).findByText(words)).toBeInTheDocument();
    }
    expect(
      await within(drawer).findByRole('link', { name: /overlays/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example.org/acme/apps/commit/0123456789abcdef',
    );
    expect(
      within(drawer).getByRole('link', { name: 'Kustomization web' }),
    ).toHaveAttribute('href', expect.stringContaining('application=prod-us'));
    expect(
      within(drawer).getByRole('button', { name: 'Reconcile…' }),
    ).toBeInTheDocument();
  });

  it('resumes what is suspended, for to reconcile that does nothing', async () => {
    const ledger = new FakeLedger();
    ledger.application = { ...ledger.application, suspended: true };
    renderDrift(ledger, '/fleet/drift?drift=suspended');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Resume…' }),
    );
    await userEvent.click(
      within(
        await screen.findByRole('dialog', { name: 'Resume web?' }),
      ).getByRole('button', { name: 'Resume' }),
    );
    expect(await screen.findByText('It goes on.')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Reconcile…' }),
    ).not.toBeInTheDocument();
  });

  it('is muted with a reason and an end, and is then shown on request', async () => {
    const ledger = new FakeLedger();
    renderDrift(ledger, '/fleet/drift?drift=replicas');

    await userEvent.click(await screen.findByRole('button', { name: 'Mute…' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Mute this drift of web?',
    });
    const confirm = within(dialog).getByRole('button', { name: 'Mute' });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Why/ }),
      'load test',
    );
    await userEvent.selectOptions(
      within(dialog).getByRole('combobox', { name: 'For how long' }),
      '1 week',
    );
    await userEvent.click(confirm);

    expect(await screen.findByText('Muted: load test')).toBeInTheDocument();
    const { muted } = ledger.drifts.find(({ id }) => id === 'replicas')!;
    const days = (Date.parse(muted!.until!) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.getByText('2 differences')).toBeInTheDocument(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Muted' }));
    expect(await screen.findByText('muted: load test')).toBeInTheDocument();
  });

  it('is acknowledged with a reason, and stays in the list', async () => {
    const ledger = new FakeLedger();
    renderDrift(ledger, '/fleet/drift?drift=replicas');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Acknowledge…' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Why/ }),
      'we know',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Acknowledge' }));

    expect(
      await screen.findByText('Acknowledged: we know'),
    ).toBeInTheDocument();
    expect(ledger.requests).toContain('POST drifts/replicas/acknowledge');
  });

  it('leads to the template that has Git say what is live', async () => {
    renderDrift(new FakeLedger(), '/fleet/drift?drift=replicas');

    const values = encodeURIComponent(JSON.stringify({ driftId: 'replicas' }));
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Adopt into Git…' }),
      ).toHaveAttribute(
        'href',
        `/create/templates/default/adopt?formData=${values}`,
      ),
    );
  });

  it('says why Git cannot be had say what is live', async () => {
    const ledger = new FakeLedger();
    ledger.whyNotAdopted = 'It is none of fleet.git.repositories';
    renderDrift(ledger, '/fleet/drift?drift=replicas');

    await userEvent.hover(
      await screen.findByRole('button', { name: 'Adopt into Git…' }),
    );
    expect(
      await screen.findByText('It is none of fleet.git.repositories'),
    ).toBeInTheDocument();
  });

  it('leads to the commits that have not arrived', async () => {
    const ledger = new FakeLedger();
    const url = 'https://git.example.org/acme/apps/commit/1';
    ledger.drifts = [
      drift('late', {
        kind: 'behind',
        links: [
          { title: 'Scale web', url },
          { title: 'Not one', url: 'data:text/html,no' },
        ],
      }),
    ];
    renderDrift(ledger, '/fleet/drift?drift=late');

    expect(
      await screen.findByRole('link', { name: /^Scale web/ }),
    ).toHaveAttribute('href', url);
    expect(screen.getByText('Not one').closest('a')).toBeNull();
  });

  it('says so when it is no longer there', async () => {
    renderDrift(new FakeLedger(), '/fleet/drift?drift=gone');

    expect(
      await screen.findByText('There is no such drift'),
    ).toBeInTheDocument();
  });
});
