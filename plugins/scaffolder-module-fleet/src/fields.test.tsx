import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeFleet } from './__testUtils__/FakeFleet';
import { renderWizard } from './__testUtils__/renderWizard';

const field = (name: string, options = {}, more = {}) => ({
  type: 'string',
  title: name.replace(/^Fleet/, ''),
  'ui:field': name,
  'ui:options': options,
  ...more,
});

async function pick(label: RegExp | string, option: RegExp | string) {
  await userEvent.click(await screen.findByLabelText(label));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

async function next() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
}

async function create() {
  await next();
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
}

describe('form fields', () => {
  it('offer clusters by what is known of them, and take no other', async () => {
    const fleet = new FakeFleet();
    const created = await renderWizard(fleet, {
      cluster: field('FleetClusterPicker', {
        filter: { environment: ['staging', 'production'] },
      }),
    });
    const input = await screen.findByLabelText('ClusterPicker');
    await userEvent.type(input, '1.33');
    const options = await screen.findAllByRole('option');
    expect(options).toHaveLength(1);
    expect(options[0]).toHaveTextContent(
      'healthyprod-1production · eu-west-1 · Kubernetes 1.33.9',
    );
    await userEvent.click(options[0]);
    await create();
    expect(created).toEqual([{ cluster: 'prod-1' }]);
  });

  it('take a cluster that is only ordered, so that an order that fails can be mended', async () => {
    const created = await renderWizard(
      new FakeFleet(),
      { cluster: field('FleetClusterPicker') },
      { cluster: 'ordered-1' },
    );
    await screen.findByLabelText('ClusterPicker');
    await create();
    expect(created).toEqual([{ cluster: 'ordered-1' }]);
  });

  it('choose an application and a stage, and show what would move before the form is sent', async () => {
    const fleet = new FakeFleet();
    const created = await renderWizard(fleet, {
      pipelineId: field('FleetPipelinePicker'),
      stage: field('FleetStagePicker'),
      preview: {
        type: 'array',
        items: { type: 'string' },
        'ui:field': 'FleetPromotionPreview',
      },
    });
    expect(
      await screen.findByText(/shown here, once it is known/),
    ).toBeInTheDocument();
    await pick('PipelinePicker', /web.*staging 1.5.0 → live 1.4.2/);
    await pick('StagePicker', /live.*production · runs 1.4.2 · lacks 1/);
    expect(
      await screen.findByText('image web 1.4.2 → 1.5.0'),
    ).toBeInTheDocument();
    expect(screen.getByText(/It has run for 1 of 2/)).toBeInTheDocument();
    expect(fleet.requests.at(-1)).toEqual({
      path: '/promotions/plan',
      body: { action: 'promote', pipelineId: 'id-of-web', stage: 'live' },
    });
    fleet.failures.set('/promotions/plan', {
      status: 403,
      message: 'You may not promote web to staging',
    });
    await pick('StagePicker', /staging/);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not promote web|may not/,
    );
    fleet.failures.clear();
    await pick('StagePicker', /live/);
    expect(
      await screen.findByText('image web 1.4.2 → 1.5.0'),
    ).toBeInTheDocument();
    await create();
    expect(created).toEqual([
      {
        pipelineId: 'id-of-web',
        stage: 'live',
        preview: ['image web 1.4.2 → 1.5.0'],
      },
    ]);
  });

  it('take a time by the clock of a time zone', async () => {
    const created = await renderWizard(new FakeFleet(), {
      timeZone: field('FleetTimeZonePicker'),
      from: field('FleetLocalTime'),
    });
    await pick('TimeZonePicker', 'Asia/Tokyo');
    fireEvent.change(screen.getByLabelText('LocalTime'), {
      target: { value: '2026-11-27T18:00' },
    });
    expect(
      await screen.findByText(/By the clock of Asia\/Tokyo\. That is .*9:00/),
    ).toBeInTheDocument();
    await create();
    expect(created).toEqual([
      { timeZone: 'Asia/Tokyo', from: '2026-11-27T18:00' },
    ]);
  });

  it('say at once what a freeze cannot say: its end before its begin, a title that is taken, a rule that is none', async () => {
    const fleet = new FakeFleet();
    fleet.freezeProblems = [
      "freezes.yaml, line 1, column 20: cron '0 18 * * 9' is not a cron expression; write five fields",
    ];
    const created = await renderWizard(
      fleet,
      {
        deed: { type: 'string' },
        title: field('FleetFreezeTitle'),
        from: field('FleetLocalTime'),
        until: field('FleetLocalTime', { afterField: 'from' }),
        cron: field('FleetFreezeRule', { part: 'cron' }),
      },
      {
        deed: 'add',
        title: 'Weekends',
        from: '2026-11-27T18:00',
        until: '2026-11-27T06:00',
        cron: '0 18 * * 9',
      },
    );
    await next();
    for (const words of [
      /a freeze called 'Weekends' already/,
      /not after 2026-11-27 18:00, when it begins/,
      /^'0 18 \* \* 9' is not a cron expression/,
    ]) {
      expect((await screen.findAllByText(words))[0]).toBeInTheDocument();
    }
    expect(fleet.requests.at(-1)?.body).toMatchObject({
      text: expect.stringContaining('"cron":"0 18 * * 9"'),
    });
    expect(created).toEqual([]);
  });

  it('show what would change in Git to keep what is live, or why nothing can', async () => {
    const fleet = new FakeFleet();
    fleet.failures.set('/drifts/scaled/adoption-plan', {
      status: 400,
      message: 'spec.replicas looks like a secret',
    });
    const created = await renderWizard(
      fleet,
      { driftId: field('FleetAdoption') },
      { driftId: 'scaled' },
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('spec.replicas looks like a secret');
    fleet.failures.clear();
    await userEvent.click(within(alert).getByRole('button'));
    expect(
      await screen.findByText('Deployment web: spec.replicas 2 → 5'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'What changes in apps/web.yaml' }),
    ).toHaveTextContent('+ count: 5');
    await create();
    expect(created).toEqual([{ driftId: 'scaled' }]);
  });

  it('take a day to come that is near enough', async () => {
    const day = (inDays: number) =>
      new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
    const created = await renderWizard(new FakeFleet(), {
      expires: field('FleetDay', { mostDays: 366 }),
    });
    const input = await screen.findByLabelText('Day');
    for (const [wrong, why] of [
      [day(-2), /is over already/],
      [day(500), /is more than 366 days away/],
    ] as const) {
      fireEvent.change(input, { target: { value: wrong } });
      await next();
      expect((await screen.findAllByText(why))[0]).toBeInTheDocument();
    }
    fireEvent.change(input, { target: { value: day(30) } });
    await create();
    expect(created).toEqual([{ expires: day(30) }]);
  });

  it('say that there is no such cluster', async () => {
    await renderWizard(
      new FakeFleet(),
      { cluster: field('FleetClusterPicker') },
      { cluster: 'gone-1' },
    );
    await screen.findByLabelText('ClusterPicker');
    await next();
    expect(
      (await screen.findAllByText(/no cluster 'gone-1' that you may see/))[0],
    ).toBeInTheDocument();
  });

  it('place an application by stage, cluster and region', async () => {
    const placement = field(
      'FleetPlacement',
      {},
      {
        type: 'array',
        not: { maxItems: 0 },
        errorMessage: { not: 'Choose a stage at least' },
        items: { type: 'object', required: ['environment', 'clusters'] },
      },
    );
    const created = await renderWizard(new FakeFleet(), {
      overlays: placement,
    });
    const stage = (name: string) => screen.findByRole('group', { name });
    const staging = await stage('staging');
    await next();
    expect(
      (await screen.findAllByText('Choose a stage at least'))[0],
    ).toBeInTheDocument();

    await userEvent.click(
      within(staging).getByRole('checkbox', { name: 'A stage in staging' }),
    );
    expect(staging).toHaveTextContent('stg-1eu-west-1 · Flux');
    await userEvent.click(
      within(staging).getByRole('checkbox', { name: /^stg-1/ }),
    );
    expect(staging).toHaveTextContent('On no cluster');

    const production = await stage('production');
    await userEvent.click(within(production).getByRole('checkbox'));
    expect(production).toHaveTextContent('prod-2us-east-1 · its hub delivers');
    await userEvent.click(
      within(production).getByRole('checkbox', { name: /each region/ }),
    );
    await create();
    expect(created).toEqual([
      {
        overlays: [
          { environment: 'staging', clusters: [] },
          {
            environment: 'production',
            region: 'eu-west-1',
            clusters: ['prod-1'],
          },
          {
            environment: 'production',
            region: 'us-east-1',
            clusters: ['prod-2'],
          },
        ],
      },
    ]);
  });

  it('place it nowhere else than the fleet is', async () => {
    await renderWizard(
      new FakeFleet(),
      {
        overlays: field(
          'FleetPlacement',
          {},
          { type: 'array', items: { type: 'object' } },
        ),
      },
      {
        overlays: [
          { environment: 'mars', clusters: [] },
          { environment: 'staging', clusters: ['prod-1'] },
        ],
      } as never,
    );
    await screen.findByRole('group', { name: 'staging' });
    await next();
    for (const message of [
      /There is no environment 'mars'/,
      /There is no cluster 'prod-1' in staging that you may see/,
    ]) {
      expect((await screen.findAllByText(message))[0]).toBeInTheDocument();
    }
  });

  it('offer regions of the chosen cloud, and environments in their order', async () => {
    const created = await renderWizard(new FakeFleet(), {
      cloudProvider: { type: 'string', default: 'azure' },
      region: field('FleetRegionPicker', { providerField: 'cloudProvider' }),
      environment: field('FleetEnvironmentPicker'),
    });
    await userEvent.click(await screen.findByLabelText('EnvironmentPicker'));
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['stagingstg/ in Git', 'productionprod/ in Git']);
    await userEvent.click(screen.getByRole('option', { name: /staging/ }));
    await userEvent.click(screen.getByLabelText('RegionPicker'));
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await userEvent.click(screen.getByRole('option', { name: /westeurope/ }));
    await create();
    expect(created).toEqual([
      {
        cloudProvider: 'azure',
        region: 'westeurope',
        environment: 'staging',
      },
    ]);
  });

  it('offer a cluster the next version only, and say why not the others', async () => {
    const created = await renderWizard(
      new FakeFleet(),
      {
        cluster: field('FleetClusterPicker'),
        version: field('FleetKubernetesVersionPicker', {
          clusterField: 'cluster',
        }),
      },
      { cluster: 'stg-1' },
    );
    expect(await screen.findByText('stg-1 runs 1.34.2')).toBeInTheDocument();
    await userEvent.click(screen.getByLabelText('KubernetesVersionPicker'));
    const skipping = screen.getByRole('option', { name: /1\.36/ });
    expect(skipping).toHaveAttribute('aria-disabled', 'true');
    expect(skipping).toHaveTextContent('1.35 comes first');
    expect(screen.getByRole('option', { name: /^1\.34/ })).toHaveTextContent(
      'It runs that already',
    );
    await userEvent.click(
      screen.getByRole('option', { name: /supported until 2027-02-28/ }),
    );
    await create();
    expect(created).toEqual([{ cluster: 'stg-1', version: '1.35' }]);
  });

  it('take no version that came by a link and is not the next one', async () => {
    await renderWizard(
      new FakeFleet(),
      {
        cluster: field('FleetClusterPicker'),
        version: field('FleetKubernetesVersionPicker', {
          clusterField: 'cluster',
        }),
      },
      { cluster: 'prod-1', version: '1.36' },
    );
    await screen.findByText('prod-1 runs 1.33.9');
    await next();
    expect(
      (await screen.findAllByText(/1\.34 comes first/))[0],
    ).toBeInTheDocument();
  });

  it('edit groups of nodes, and say at once what is wrong', async () => {
    const created = await renderWizard(new FakeFleet(), {
      groups: field(
        'FleetNodeGroups',
        {},
        {
          type: 'array',
          items: { type: 'object' },
        },
      ),
    });
    const add = await screen.findByRole('button', { name: 'Add a group' });
    await userEvent.click(add);
    const group = screen.getByRole('group', { name: 'New group' });
    expect(within(group).getByText('A group has a name')).toBeInTheDocument();
    await userEvent.type(within(group).getByLabelText(/^Name/), 'general');
    await pick('Instance type', /m6i\.large/);
    const most = screen.getByLabelText('Nodes at most');
    await userEvent.clear(most);
    await userEvent.type(most, '0');
    expect(
      screen.getByText('At most 0 nodes are fewer than at least 1'),
    ).toBeInTheDocument();
    await next();
    expect(
      (await screen.findAllByText(/^general: At most 0 nodes/))[0],
    ).toBeInTheDocument();
    await userEvent.clear(most);
    await userEvent.type(most, '5');
    await userEvent.click(screen.getByRole('button', { name: 'Add a taint' }));
    await userEvent.type(screen.getByLabelText(/^Taint/), 'example.org/gpu');
    await create();
    expect(created).toEqual([
      {
        groups: [
          {
            name: 'general',
            instanceType: 'm6i.large',
            minSize: 1,
            maxSize: 5,
            taints: [{ key: 'example.org/gpu', effect: 'NoSchedule' }],
          },
        ],
      },
    ]);
  });

  it('begin with the groups that a cluster has', async () => {
    const created = await renderWizard(
      new FakeFleet(),
      {
        cluster: { type: 'string' },
        groups: field(
          'FleetNodeGroups',
          { clusterField: 'cluster' },
          { type: 'array', minItems: 1, items: { type: 'object' } },
        ),
      },
      { cluster: 'stg-1' },
    );
    expect(
      await screen.findByText('stg-1 has general (2 to 4 nodes).'),
    ).toBeInTheDocument();
    const most = await screen.findByLabelText('Nodes at most');
    await userEvent.clear(most);
    await userEvent.type(most, '6');
    await userEvent.click(
      screen.getByRole('button', { name: 'Begin again with these' }),
    );
    expect(most).toHaveValue(4);
    await userEvent.type(most, '0');
    await create();
    expect(created).toMatchObject([
      { groups: [{ name: 'general', minSize: 2, maxSize: 40 }] },
    ]);
  });

  it('offer addons in their order', async () => {
    const created = await renderWizard(new FakeFleet(), {
      addons: field(
        'FleetAddons',
        {},
        { type: 'array', items: { type: 'string' } },
      ),
    });
    await userEvent.click(await screen.findByLabelText(/Service mesh/));
    await userEvent.click(screen.getByLabelText(/External DNS/));
    await create();
    expect(created).toEqual([{ addons: ['dns', 'mesh'] }]);
  });

  it('make a form of any kind, and have the hub check what was written', async () => {
    const fleet = new FakeFleet();
    fleet.validate = ({ spec }) => [
      ...(Number(spec?.storageGib) > 100
        ? [{ path: 'spec.storageGib', message: 'has to be at most 100' }]
        : []),
      { path: 'spec.environment', message: 'is missing' },
      { path: 'metadata.namespace', message: 'is missing' },
    ];
    const created = await renderWizard(
      fleet,
      {
        name: { type: 'string' },
        spec: field(
          'FleetClaimSpec',
          {
            kind: 'platform.example.org/PostgresDatabase',
            nameField: 'name',
            namespace: 'databases',
            omit: ['environment'],
          },
          { type: 'object', title: undefined },
        ),
      },
      { name: 'orders' },
    );
    expect(await screen.findByText('A database of your own')).toBeVisible();
    expect(screen.queryByLabelText(/Environment/)).not.toBeInTheDocument();
    const storage = screen.getByLabelText(/Storage gib/);
    await userEvent.clear(storage);
    await userEvent.type(storage, '500');
    await userEvent.click(screen.getByLabelText(/^Version/));
    await userEvent.click(await screen.findByRole('option', { name: '17' }));
    await next();
    expect(
      (await screen.findAllByText(/spec\.storageGib has to be at most 100/))[0],
    ).toBeInTheDocument();
    expect(screen.queryByText(/is missing/)).not.toBeInTheDocument();
    await userEvent.clear(storage);
    await userEvent.type(storage, '50');
    await create();
    expect(created).toEqual([
      { name: 'orders', spec: { version: '17', storageGib: 50 } },
    ]);
    expect(
      fleet.requests.filter(({ path }) => path === '/claims/validate').at(-1),
    ).toMatchObject({
      body: {
        cluster: 'hub',
        manifest: {
          apiVersion: 'platform.example.org/v1alpha1',
          kind: 'PostgresDatabase',
          metadata: { name: 'orders', namespace: 'databases' },
          spec: { version: '17', storageGib: 50 },
        },
      },
    });
  });

  it('say what cannot be read: a schema, a kind that nobody offers, what is not allowed', async () => {
    const fleet = new FakeFleet();
    fleet.claimKind = {
      claimKind: {
        ...fleet.claimKind.claimKind,
        unreadable: 'its version v1 has no schema',
      },
    };
    fleet.failures.set('/claim-offers', {
      status: 403,
      message: 'fleet.claim.read',
    });
    const spec = (kind: string) =>
      field('FleetClaimSpec', { kind }, { type: 'object', title: kind });
    await renderWizard(fleet, {
      postgres: spec('platform.example.org/PostgresDatabase'),
      mysql: spec('platform.example.org/MySql'),
      addons: field('FleetAddons', {}, { type: 'array', items: {} }),
    });
    expect(
      await screen.findByText('its version v1 has no schema'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        /No hub that you may see offers platform.example.org\/MySql; there are platform.example.org\/PostgresDatabase/,
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('You may not see the addons'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByText('It needs the permission fleet.claim.read.'),
      ).toBeInTheDocument(),
    );
  });
});
