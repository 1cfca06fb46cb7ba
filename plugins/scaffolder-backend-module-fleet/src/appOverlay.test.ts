import type { JsonObject } from '@backstage/types';
import { fleetFiles } from './__testUtils__/fleetFiles';
import { clusterOf } from './__testUtils__/records';
import { shippedTemplate } from './__testUtils__/shippedTemplate';
import { TestScaffolder } from './__testUtils__/TestScaffolder';

const parts = [
  'service',
  'networkPolicy',
  'disruptionBudget',
  'serviceAccount',
  'autoscaling',
  'externalSecret',
  'serviceMonitor',
  'canary',
];
const order = {
  name: 'tickets',
  owner: 'group:default/travel',
  description: 'Issues "tickets": # and takes them back',
  namespace: 'travel',
  createNamespace: true,
  overlays: [
    { environment: 'development', clusters: ['dev-1'] },
    { environment: 'production', region: 'us-east-1', clusters: ['prod-1'] },
  ],
  delivery: 'cluster',
  packaging: 'manifests',
  image: 'registry.example.org/travel/tickets',
  version: '1.10',
  port: 8080,
  healthPath: '/healthz',
  exposure: 'httproute',
  parts,
};

describe('template app-overlay', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files: fleetFiles });
    scaffolder.fleet.clusters = [
      clusterOf('dev-1', { environment: 'development', engines: ['flux'] }),
      clusterOf('prod-1', {
        environment: 'production',
        region: 'us-east-1',
        engines: ['argocd'],
      }),
    ];
  });
  afterEach(() => scaffolder.stop());

  const run = (values: JsonObject) =>
    scaffolder.order(shippedTemplate('app-overlay'), values);

  it('proposes an application as it was chosen', async () => {
    const outcome = await run(order);
    expect(outcome).toMatchObject({
      status: 'completed',
      output: {
        links: [{ url: `${scaffolder.git.url}/platform/fleet/pull/1` }],
      },
    });
  });
});
