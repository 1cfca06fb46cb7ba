import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { files, folder } from './__testUtils__/files';
import { claimOf, clusterOf } from './__testUtils__/records';
import { shippedTemplate } from './__testUtils__/shippedTemplate';
import { TestScaffolder } from './__testUtils__/TestScaffolder';

const order = {
  name: 'staging-2',
  environment: 'staging',
  owner: 'group:default/sre',
  cloudProvider: 'aws',
  region: 'eu-central-1',
  version: '1.35',
  nodeGroups: [
    {
      name: 'general',
      instanceType: 'm6i.large',
      minSize: 2,
      maxSize: 4,
      taints: [
        { key: 'team', value: 'pay', effect: 'NoSchedule' },
        { key: 'spot', effect: 'NoExecute' },
      ],
    },
  ],
  addons: ['block-storage'],
};
const orderedSpec = {
  cloudProvider: 'aws',
  region: 'eu-central-1',
  environment: 'staging',
  owner: 'group:default/sre',
  kubernetes: { version: '1.35' },
  nodeGroups: order.nodeGroups,
  addons: ['block-storage'],
};

/** What people, and those who are none, write into fields. */
const hostile = [
  'a: b\n- c: {d}',
  '"quoted" \\ \'both\' # no comment',
  '*alias &anchor !!js/function "f"',
  "${{ secrets.token }} {% raw %} {{ '{' }}",
  '\u2028\u0000\u0007\u0085 tab\tend',
  '../../../etc/passwd',
  'рrоductiоn',
  'x'.repeat(300),
  '---\napiVersion: v1\nkind: Secret',
  'yes\n',
  '1.30',
];

describe('templates', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files });
    scaffolder.fleet.claims = [claimOf('staging-1')];
    scaffolder.fleet.clusters = [clusterOf('staging-1')];
  });
  afterEach(() => scaffolder.stop());

  const run = (name: string, values: JsonObject) =>
    scaffolder.order(shippedTemplate(name), values);
  const branch = (name: string) =>
    scaffolder.git.readFiles('platform/fleet', name);

  it('orders a cluster, once', async () => {
    for (let turn = 0; turn < 2; turn++) {
      expect(await run('cluster-claim', order)).toMatchObject({
        status: 'completed',
        output: {
          links: [
            { url: `${scaffolder.git.url}/platform/fleet/pull/1` },
            {
              url: 'https://portal.example.org/fleet/provisioning/id-of-staging-2',
            },
          ],
        },
      });
    }
    const proposed = await branch('fleet/order/staging-2');
    expect(parse(proposed[`${folder}/staging-2.yaml`])).toEqual({
      apiVersion: 'platform.example.org/v1alpha1',
      kind: 'KubernetesCluster',
      metadata: {
        name: 'staging-2',
        namespace: 'fleet-system',
        annotations: { 'fleetcommander.io/entity': 'group:default/sre' },
      },
      spec: orderedSpec,
    });
    expect(parse(proposed[`${folder}/kustomization.yaml`]).resources).toEqual([
      'staging-1.yaml',
      'staging-2.yaml',
      'staging-3.yaml',
    ]);
  });

  it('orders anything else', async () => {
    const spec = { version: '17', size: 'small', environment: 'staging' };
    const { status } = await run('database-claim', {
      name: 'ledger',
      namespace: 'team-pay',
      spec,
    });
    expect(status).toBe('completed');
    const proposed = await branch('fleet/order/database-team-pay-ledger');
    expect(parse(proposed[`${folder}/databases/ledger.yaml`])).toEqual({
      apiVersion: 'platform.example.org/v1alpha1',
      kind: 'PostgresDatabase',
      metadata: { name: 'ledger', namespace: 'team-pay' },
      spec,
    });
  });

  it('scales, upgrades and retires a cluster', async () => {
    const claim = `${folder}/staging-1.yaml`;
    const text = files[claim];
    const nodeGroups = [
      { name: 'general', instanceType: 'm6i.large', minSize: 2, maxSize: 9 },
    ];
    const [spot] = / {4}- name: spot\n(?: {6}.*\n)+/.exec(text)!;
    for (const [action, values, proposed] of [
      [
        'scale',
        { nodeGroups },
        text.replace('maxSize: 4', 'maxSize: 9').replace(spot, ''),
      ],
      [
        'upgrade',
        { how: 'cluster', version: '1.35' },
        text.replace('"1.34"', '"1.35"'),
      ],
      ['retire', { confirm: 'staging-1' }, undefined],
    ] as const) {
      const { status, output } = await run(`cluster-${action}`, {
        cluster: 'staging-1',
        ...values,
      } as JsonObject);
      const there = await branch(`fleet/${action}/staging-1`);
      expect({ action, status, text: there[claim] }).toEqual({
        action,
        status: 'completed',
        text: proposed,
      });
      expect(output.links).toMatchObject([
        { url: expect.stringContaining('/platform/fleet/pull/') },
        { url: expect.stringContaining('/fleet/provisioning/id-of-') },
      ]);
    }
  });

  it('upgrades environments, and orders a successor', async () => {
    expect(
      await run('cluster-upgrade', {
        how: 'waves',
        environments: ['staging'],
        version: '1.35',
      }),
    ).toMatchObject({ status: 'completed' });
    expect(scaffolder.fleet.started).toEqual([
      {
        version: '1.35',
        waves: [{ title: 'staging', claims: ['id-of-staging-1'] }],
      },
    ]);
    expect(
      await run('cluster-upgrade', {
        how: 'successor',
        cluster: 'staging-1',
        version: '1.36',
        successor: 'staging-1-green',
      }),
    ).toMatchObject({ status: 'completed' });
    const proposed = await branch('fleet/order/staging-1-green');
    expect(proposed[`${folder}/staging-1-green.yaml`]).toContain('"1.36"');
  });

  it('freezes an environment, once and again and again', async () => {
    const asked = {
      deed: 'add',
      reason: 'The books are closed',
      environments: ['production'],
      timeZone: 'Europe/Berlin',
    };
    for (const [title, values] of [
      ['End: of year', { how: 'once', from: '2026-12-18T18:00' }],
      ['Weekends', { how: 'again', cron: '0 18 * * 5', duration: '60h' }],
    ] as const) {
      expect(await run('freeze', { ...asked, title, ...values })).toMatchObject(
        {
          status: 'completed',
          output: {
            links: [{ url: expect.stringContaining('/platform/fleet/pull/') }],
          },
        },
      );
    }
    const [once, again] = [
      ...scaffolder.git.repository('platform/fleet').pulls.values(),
    ];
    expect(once.title).toBe('Freeze: End: of year');
    const { freezes } = parse((await branch(again.head))['freezes.yaml']);
    expect(freezes).toEqual([
      {
        title: 'Weekends',
        reason: asked.reason,
        environments: ['production'],
        cron: '0 18 * * 5',
        duration: '60h',
        timeZone: 'Europe/Berlin',
      },
    ]);
  });

  it('takes none of them for a name', async () => {
    for (const text of hostile) {
      for (const [template, values] of [
        ['cluster-claim', { ...order, name: text }],
        ['database-claim', { name: text, namespace: 'team-pay', spec: {} }],
        ['database-claim', { name: 'ledger', namespace: text, spec: {} }],
      ] as const) {
        const { status } = await run(template, values as JsonObject);
        expect({ template, text, status }).toEqual({
          template,
          text,
          status: 'refused',
        });
      }
    }
    expect(scaffolder.git.requests).toEqual([]);
  });

  it('writes each of them as the text that it is', async () => {
    // What is asked for has arrived by then, and nothing has to be proposed.
    scaffolder.fleet.verdict = () => ({
      errors: [{ path: 'spec', message: 'is not offered' }],
    });
    for (const text of hostile) {
      const fields = {
        region: text.slice(0, 63),
        owner: text.slice(0, 100),
        addons: [text.slice(0, 63)],
      };
      await run('cluster-claim', { ...order, ...fields, reason: text });
      expect(scaffolder.fleet.validated.at(-1)?.spec).toEqual({
        ...orderedSpec,
        ...fields,
      });
      const spec = { environment: 'staging', [text]: { [text]: [text] } };
      await run('database-claim', {
        name: 'ledger',
        namespace: 'team-pay',
        spec,
      });
      expect(scaffolder.fleet.validated.at(-1)?.spec).toEqual(spec);
    }
  });
});
