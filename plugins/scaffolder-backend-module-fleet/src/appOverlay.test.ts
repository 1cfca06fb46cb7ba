import type { JsonObject } from '@backstage/types';
import { podPolicies } from '@fleetcommander/demo-fleet';
import { parse } from 'yaml';
import { buildOverlay } from './__testUtils__/buildOverlay';
import { CrdSchemas } from './__testUtils__/CrdSchemas';
import { fleetFiles } from './__testUtils__/fleetFiles';
import { clusterOf, rootOf } from './__testUtils__/records';
import {
  restrictedBreaches,
  type PodSpec,
} from './__testUtils__/restrictedBreaches';
import { filesBeside, shippedTemplate } from './__testUtils__/shippedTemplate';
import { TestScaffolder } from './__testUtils__/TestScaffolder';
import type { Manifest } from './claims/readManifests';

/** CRDs of what it makes: https://github.com/fluxcd and others. */
const crds = process.env.FLEET_TEST_CRDS;
const schemas = crds ? new CrdSchemas(crds) : undefined;

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

const stages = ['development', 'production'];
const inGit = stages.map(environment => ({ environment, clusters: [] }));

describe('template app-overlay', () => {
  jest.setTimeout(300_000);
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
    scaffolder.fleet.hidden = [rootOf('prod-1')];
  });
  afterEach(() => scaffolder.stop());

  const run = (values: JsonObject) =>
    scaffolder.order(shippedTemplate('app-overlay'), values);

  it('proposes an application as it was chosen, once', async () => {
    for (let turn = 0; turn < 2; turn++) {
      expect(await run(order)).toMatchObject({
        status: 'completed',
        output: {
          links: [{ url: `${scaffolder.git.url}/platform/fleet/pull/1` }],
        },
      });
    }
    const there = await scaffolder.git.readFiles(
      'platform/fleet',
      'fleet/create/tickets',
    );
    expect(parse(there['apps/tickets/catalog-info.yaml'])).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'tickets',
        description: order.description,
        annotations: { 'backstage.io/kubernetes-id': 'tickets' },
      },
      spec: { type: 'service', lifecycle: 'production', owner: order.owner },
    });
    expect(parse(there['clusters/dev-1/tickets.yaml'])).toMatchObject({
      kind: 'Kustomization',
      metadata: { labels: { 'backstage.io/kubernetes-id': 'tickets' } },
      spec: { path: './apps/tickets/overlays/dev' },
    });
    expect(parse(there['clusters/prod-1/tickets.yaml'])).toMatchObject({
      kind: 'Application',
      metadata: { labels: { 'backstage.io/kubernetes-id': 'tickets' } },
      spec: { source: { path: 'apps/tickets/overlays/prod/us-east-1' } },
    });
    for (const cluster of ['dev-1', 'prod-1']) {
      const text = there[`clusters/${cluster}/tickets.yaml`];
      expect(text).toMatch(/^apiVersion: /);
      const delivery = parse(text);
      expect(schemas?.problemsOf(delivery) ?? []).toEqual([]);
    }
  });

  it('takes nothing that is no name, no tag and no image that is let in', async () => {
    for (const wrong of [
      { name: '../x' },
      { name: 'a\nb: c' },
      { namespace: 'Kube' },
      { image: 'docker.io/library/nginx' },
      { image: 'registry.example.org/a b' },
      { version: 'latest' },
      { version: '1.0"\n- x' },
      { healthPath: '/x"\n' },
      { port: 80 },
      { overlays: [] },
      { overlays: [{ environment: '../..', clusters: [] }] },
      { parts: ['root'] },
    ]) {
      const { status } = await run({ ...order, ...wrong } as JsonObject);
      expect({ wrong, status }).toEqual({ wrong, status: 'refused' });
    }
    expect(scaffolder.git.requests).toEqual([]);
  });

  it('lists what was chosen, and lets nothing through that policies refuse', async () => {
    const template = shippedTemplate('app-overlay');
    const beside = filesBeside('app-overlay');
    for (const chosen of combinations()) {
      const {
        status,
        log,
        files = {},
      } = await scaffolder.dryRunOf(
        template,
        { ...order, overlays: inGit, ...chosen },
        beside,
      );
      expect({ chosen, status, log }).toMatchObject({ status: 'completed' });

      const rendered = Object.fromEntries(
        Object.entries(files)
          .filter(([path, text]) => path.startsWith('rendered/') && text.trim())
          .map(([path, text]) => [
            path.slice('rendered/'.length),
            text.replace(/^ {2}- base$/m, '  - ../../base'),
          ]),
      );
      const written = Object.keys(rendered)
        .filter(path => path.startsWith('base/'))
        .map(path => path.slice('base/'.length))
        .filter(name => name !== 'kustomization.yaml');
      const { resources } = parse(rendered['base/kustomization.yaml']);
      expect({ chosen, resources: [...resources].sort() }).toEqual({
        chosen,
        resources: written.sort(),
      });

      for (const stage of stages) {
        const objects = await buildOverlay(rendered, `overlays/${stage}`);
        const kinds = objects.map(({ kind }) => kind).sort();
        expect({ chosen, stage, kinds }).toEqual({
          chosen,
          stage,
          kinds: kindsOf(chosen, stage),
        });
        for (const object of [...objects, ...deliveriesOf(rendered)]) {
          const { kind } = object;
          expect(object.metadata).toMatchObject({
            labels: { 'backstage.io/kubernetes-id': 'tickets' },
          });
          expect({ chosen, kind, breaks: breaksOf(object) }).toEqual({
            chosen,
            kind,
            breaks: [],
          });
        }
        for (const object of objects) {
          expect({
            object,
            problems: schemas?.problemsOf(object) ?? [],
          }).toEqual({ object, problems: [] });
        }
      }
    }
  });
});

type Choice = Pick<
  typeof order,
  'packaging' | 'exposure' | 'delivery' | 'parts'
> &
  Partial<Record<'chartRepository' | 'chart' | 'chartVersion', string>>;

/** Everything that has to do with each other in every combination; what has not, all of it and none of it. */
function* combinations(): Iterable<Choice> {
  const independent = [
    'networkPolicy',
    'disruptionBudget',
    'serviceMonitor',
    'serviceAccount',
  ];
  const dependent = parts.filter(part => !independent.includes(part));
  for (const exposure of ['none', 'httproute', 'ingress']) {
    for (let mask = 0; mask < 2 ** dependent.length; mask++) {
      const some = dependent.filter((_, bit) => mask & (1 << bit));
      yield {
        packaging: 'manifests',
        delivery: ['cluster', 'flux', 'argocd', 'applicationset'][mask % 4],
        exposure,
        parts: mask % 2 ? [...some, ...independent] : some,
      };
    }
  }
  for (const chartRepository of [
    'oci://registry.example.org/charts',
    'https://charts.example.org',
  ]) {
    yield {
      packaging: 'chart',
      delivery: 'cluster',
      exposure: 'none',
      parts: ['networkPolicy', 'externalSecret'],
      chartRepository,
      chart: 'service',
      chartVersion: '1.10.0',
    };
  }
}

/** The kinds that belong to a choice. */
function kindsOf(
  { packaging, exposure, parts: some }: Choice,
  stage: string,
): string[] {
  const has = (part: string) => some.includes(part);
  const canary = has('canary') && stage === 'production';
  const always = [
    'Namespace',
    has('externalSecret') && 'ExternalSecret',
    has('networkPolicy') && 'NetworkPolicy',
  ];
  const exposed = exposure !== 'none' || has('serviceMonitor');
  const own = [
    'Deployment',
    has('serviceAccount') && 'ServiceAccount',
    (has('autoscaling') || has('canary')) && 'HorizontalPodAutoscaler',
    has('disruptionBudget') && 'PodDisruptionBudget',
    has('serviceMonitor') && 'ServiceMonitor',
    exposure === 'ingress' && 'Ingress',
    canary && 'Canary',
    // Flagger makes these of its Canary.
    !canary && (exposed || has('service')) && 'Service',
    !canary && exposure === 'httproute' && 'HTTPRoute',
  ];
  const chart = ['HelmRelease', 'HelmRepository'];
  return [...always, ...(packaging === 'chart' ? chart : own)]
    .filter(kind => kind !== false)
    .sort();
}

function deliveriesOf(rendered: Record<string, string>): Manifest[] {
  return Object.entries(rendered)
    .filter(([path]) => path.startsWith('delivery/'))
    .map(([, text]) => parse(text));
}

/** What the profile "restricted" and the policies of the demo's platform have against an object. */
function breaksOf({ kind, spec }: Manifest): string[] {
  if (kind !== 'Deployment') {
    return [];
  }
  const { template } = spec as unknown as { template: { spec: PodSpec } };
  return [
    ...restrictedBreaches(template.spec),
    ...podPolicies.flatMap(({ name, breach }) => {
      const where = breach(template.spec as never);
      return where ? `${name}: ${where}` : [];
    }),
  ];
}
