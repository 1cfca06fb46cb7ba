import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePromotions } from '../__testUtils__/FakePromotions';
import { failed, promotion, summary } from '../__testUtils__/promotions';
import { renderPromotion } from '../__testUtils__/renderPromotion';

describe('FleetPromotions', () => {
  beforeEach(() => {
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
    jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200);
    jest
      .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
      .mockReturnValue(52);
  });
  afterEach(() => jest.restoreAllMocks());

  it('tells what waits for whom, what is the viewer’s first', async () => {
    const promotions = new FakePromotions();
    promotions.promotions.reverse();
    renderPromotion(promotions, '/fleet/promotions');

    const table = await screen.findByRole('table', {
      name: 'Promotions under way',
    });
    await waitFor(() =>
      expect(
        within(table)
          .getAllByRole('row')
          .slice(1)
          .map(({ textContent }) => textContent?.slice(0, 13)),
      ).toEqual([
        'Waits for you',
        expect.stringMatching(/^waits/),
        'Failed',
        expect.stringMatching(/^failed/),
      ]),
    );
    expect(
      within(table).getByRole('link', { name: 'bookings 1.5.0 → production' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/\/fleet\/promotions\/bookings-production-42$/),
    );
    expect(table).toHaveTextContent(/by team travel, .*grace/);
    expect(
      within(table).getAllByRole('link', { name: /^#42/ })[0],
    ).toHaveAttribute('href', expect.stringContaining('/pulls/42'));

    expect(
      await screen.findByRole('link', { name: /^1 failed$/ }),
    ).toHaveAttribute('href', expect.stringMatching(/\?state=failed$/));
    await userEvent.click(screen.getByRole('link', { name: /^1 failed$/ }));
    expect(await screen.findByText('1 promotion')).toBeInTheDocument();
    expect(promotions.requests).toContain(
      'promotions state=failed,ended=false',
    );
  });

  it('counts no cluster of a wave to come among those that run it', async () => {
    const [first, rest] = promotion.waves;
    const [cluster] = first.clusters;
    const promotions = new FakePromotions();
    promotions.promotions = [
      {
        ...promotion,
        state: 'rolling-out',
        waves: [
          {
            ...first,
            state: 'rolling-out',
            clusters: [{ ...cluster, agrees: false }],
          },
          rest,
        ],
      },
    ];
    renderPromotion(promotions, '/fleet/promotions');
    expect(
      await screen.findByText('wave 1 of 2, 0 of 2 clusters run it'),
    ).toBeInTheDocument();
  });

  it.each([
    ['a gate waits for people', 'waiting', 'waiting', ['team:travel'], 'you'],
    ['it can be merged', 'ready', 'passed', [], 'you'],
    ['its branch requires more', 'waiting', 'passed', ['ada'], 'you'],
    ['a gate waits for time', 'waiting', 'waiting', [], 'others'],
  ] as const)(
    'tells owners of what they are notified of: %s',
    async (_, state, gateState, who, whom) => {
      const promotions = new FakePromotions();
      const waitsFor = [...who];
      promotions.promotions = [
        {
          ...promotion,
          state,
          waitsFor,
          gates: promotion.gates.map(gate => ({
            ...gate,
            state: gateState,
            waitsFor,
          })),
        },
      ];
      renderPromotion(promotions, '/fleet/promotions');
      expect(await screen.findByText(`Waits for ${whom}`)).toBeInTheDocument();
    },
  );

  it('tells one promotion: its waves, canaries, gates, events and way back', async () => {
    renderPromotion(
      new FakePromotions(),
      '/fleet/promotions/pricing-production-41',
    );

    expect(await screen.findByText('It failed')).toBeInTheDocument();
    const waves = screen.getByRole('list', { name: 'Waves' });
    expect(waves).toHaveTextContent(/us-east-1failed/);
    expect(
      within(waves).getByRole('progressbar', { name: 'Canary bookings' }),
    ).toHaveAttribute('aria-valuenow', '20');
    expect(waves).toHaveTextContent('2 of at most 5 checks failed');
    expect(screen.getByText('1 gate is open')).toBeInTheDocument();
    const [first] = within(
      screen.getByRole('list', { name: 'Timeline' }),
    ).getAllByRole('listitem');
    expect(first).toHaveTextContent('=1+1 was asked for');

    await userEvent.click(
      screen.getByRole('button', { name: 'Roll back production…' }),
    );
    expect(
      await screen.findByRole('dialog', {
        name: 'Roll back pricing in production',
      }),
    ).toBeInTheDocument();
  });

  it('leaves nothing to do about one that failed and was rolled back', async () => {
    const promotions = new FakePromotions();
    promotions.promotions = [
      {
        ...failed,
        endedAt: '2026-11-20T09:50:00Z',
        rollback: { promotionId: 'back', state: 'done', offered: false },
      },
    ];
    const page = renderPromotion(
      promotions,
      '/fleet/promotions/pricing-production-41',
    );
    expect(
      await screen.findByRole('link', { name: 'It was rolled back' }),
    ).toHaveAttribute('href', expect.stringMatching(/\/promotions\/back$/));
    expect(screen.getByText('How far it came')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Roll back/ }),
    ).not.toBeInTheDocument();
    page.unmount();
    renderPromotion(promotions, '/fleet/promotions');
    expect(await screen.findByText('Nothing is under way')).toBeInTheDocument();
  });

  it('says that a promotion is not there', async () => {
    renderPromotion(new FakePromotions(), '/fleet/promotions/none');
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });

  it('lists of thousands of pipelines those in sight, with what each stage lacks', async () => {
    const promotions = new FakePromotions();
    promotions.summaries = Array.from({ length: 1_000 }, (_, index) => ({
      ...summary,
      id: `p${index}`,
      application: `application-${index}`,
    }));
    renderPromotion(promotions, '/fleet/promotions?view=pipelines');

    const table = await screen.findByRole('table', { name: 'Pipelines' });
    const rows = within(table).getAllByRole('row');
    expect(rows.length).toBeLessThan(100);
    expect(rows[0]).toHaveTextContent(/Applicationdevelopmentproduction/);
    expect(rows[1]).toHaveTextContent(/1\.5\.0.*1\.4\.2lacks 1/);
    expect(
      within(rows[1]).getByRole('link', { name: 'application-0' }),
    ).toHaveAttribute('href', '/catalog/default/component/bookings/promotion');
  });

  it.each([
    [3, ['1.5.0', '1.4.2'], '1.5.0, 1.4.2'],
    [3, ['1.5.0', '1.4.2', '1.4.1'], '3 versions'],
    [1, [], 'no version'],
    [0, [], 'nothing in Git'],
  ])(
    'tells a stage of %d overlays and the versions %j apart from others',
    async (overlays, versions, words) => {
      const [stage] = summary.stages;
      const promotions = new FakePromotions();
      promotions.summaries = [
        {
          ...summary,
          stages: [{ ...stage, version: undefined, versions, overlays }],
        },
      ];
      renderPromotion(promotions, '/fleet/promotions?view=pipelines');

      const table = await screen.findByRole('table', { name: 'Pipelines' });
      expect(within(table).getByText(words)).toBeInTheDocument();
    },
  );

  it('tells how often and how fast teams promote, each number a link to what it counts', async () => {
    renderPromotion(new FakePromotions(), '/fleet/promotions?view=teams');

    const table = await screen.findByRole('table', {
      name: 'Promotions by team',
    });
    const [, travel, unowned] = within(table).getAllByRole('row');
    expect(travel).toHaveTextContent(/2\.8.*1 h.*1 d/);
    expect(within(travel).getByRole('link', { name: '12' })).toHaveAttribute(
      'href',
      expect.stringMatching(
        /\?view=recent&state=done&owner=group%3Adefault%2Fteam-travel$/,
      ),
    );
    expect(travel).toHaveTextContent('4 (25%)');
    expect(unowned).toHaveTextContent(/Unowned.*none was done/);
  });

  it('shows the freezes of a month, each on the clock that it is written for', async () => {
    const promotions = new FakePromotions();
    renderPromotion(promotions, '/fleet/promotions?view=freezes');

    const calendar = await screen.findByRole('table', { name: /^Freezes in/ });
    expect(
      within(calendar).getAllByTitle(
        'Weekend (production: all applications): Nobody is there to look',
      ).length,
    ).toBeGreaterThan(0);
    const list = screen.getByRole('table', { name: 'Freezes' });
    expect(list).toHaveTextContent(/Europe\/Vienna/);
    expect(list).toHaveTextContent(/again at 0 18 \* \* 5/);
    expect(screen.getByRole('button', { name: 'Freeze…' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/create\/templates\/default\/freeze$/),
    );
    const asked = promotions.requests.length;
    await userEvent.click(screen.getByRole('button', { name: 'Month after' }));
    await waitFor(() =>
      expect(promotions.requests.length).toBeGreaterThan(asked),
    );
  });

  it('exports what is on the screen, and no name as a formula', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = file => {
      files.push(file as Blob);
      return 'blob:';
    };
    URL.revokeObjectURL = () => {};
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    renderPromotion(
      new FakePromotions(),
      '/fleet/promotions?view=recent&state=done',
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    await waitFor(() => expect(files).toHaveLength(1));
    const lines = (await new Response(files[0]).text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });

  it('teaches where nothing is under way', async () => {
    const promotions = new FakePromotions();
    promotions.promotions = [];
    renderPromotion(promotions, '/fleet/promotions');
    expect(await screen.findByText('Nothing is under way')).toBeInTheDocument();
  });

  it('names the permission that is missing', async () => {
    const promotions = new FakePromotions();
    promotions.refusal = {
      status: 403,
      name: 'NotAllowedError',
      message: 'You need fleet.application.read',
    };
    renderPromotion(promotions, `/fleet/promotions/${promotion.id}`);
    expect(
      await screen.findByText(/It needs the permission fleet.application.read/),
    ).toBeInTheDocument();
  });
});
