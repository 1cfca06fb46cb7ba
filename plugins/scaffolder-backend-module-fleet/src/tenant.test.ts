import type { JsonObject } from '@backstage/types';
import { parse, parseAllDocuments } from 'yaml';
import { buildOverlay } from './__testUtils__/buildOverlay';
import { fleetFiles } from './__testUtils__/fleetFiles';
import { clusterOf, rootOf } from './__testUtils__/records';
import { shippedTemplate } from './__testUtils__/shippedTemplate';
import { TestScaffolder } from './__testUtils__/TestScaffolder';

const order = {
  name: 'team-travel',
  owner: 'group:default/travel',
  group: 'oidc:travel',
  namespace: 'travel',
  size: 'medium',
  overlays: [
    { environment: 'development', clusters: ['dev-1'] },
    { environment: 'production', clusters: ['prod-2'] },
  ],
};

describe('template tenant', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files: fleetFiles });
    scaffolder.fleet.clusters = [
      clusterOf('dev-1', { environment: 'development', engines: ['flux'] }),
      clusterOf('prod-2', { environment: 'production' }),
    ];
    scaffolder.fleet.hidden = [rootOf('prod-2', 'hub')];
  });
  afterEach(() => scaffolder.stop());

  const run = (values: object) =>
    scaffolder.order(shippedTemplate('tenant'), {
      ...order,
      ...values,
    } as JsonObject);

  it('gives a team a namespace on Flux, and a project on Argo CD', async () => {
    expect(await run({})).toMatchObject({
      status: 'completed',
      output: {
        links: [{ url: `${scaffolder.git.url}/platform/fleet/pull/1` }],
      },
    });
    const there = await scaffolder.git.readFiles(
      'platform/fleet',
      'fleet/create/team-travel',
    );
    const objects = await buildOverlay(
      there,
      'tenants/team-travel/overlays/dev',
    );
    expect(
      objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort(),
    ).toEqual([
      'LimitRange tenant',
      'Namespace travel',
      'NetworkPolicy allow-dns',
      'NetworkPolicy deny-by-default',
      'ResourceQuota tenant',
      'RoleBinding flux',
      'RoleBinding team',
      'ServiceAccount flux',
    ]);
    const find = (kind: string, name: string) =>
      objects.find(each => each.kind === kind && each.metadata.name === name);
    expect(find('ResourceQuota', 'tenant')?.spec).toMatchObject({
      hard: { 'requests.cpu': '16', pods: '100' },
    });
    expect(find('RoleBinding', 'team')).toMatchObject({
      metadata: { namespace: 'travel' },
      roleRef: { name: 'view' },
      subjects: [{ kind: 'Group', name: 'oidc:travel' }],
    });
    expect(find('RoleBinding', 'flux')).toMatchObject({
      roleRef: { name: 'edit' },
      subjects: [{ name: 'flux', namespace: 'travel' }],
    });
    expect(parse(there['clusters/dev-1/team-travel.yaml'])).toMatchObject({
      kind: 'Kustomization',
      spec: { path: './tenants/team-travel/overlays/dev' },
    });
    const [application, project] = parseAllDocuments(
      there['clusters/prod-2/team-travel.yaml'],
    ).map(document => document.toJS());
    expect(application).toMatchObject({
      kind: 'Application',
      metadata: { name: 'team-travel-prod-2' },
      spec: { destination: { name: 'prod-2', namespace: 'travel' } },
    });
    expect(project).toMatchObject({
      kind: 'AppProject',
      metadata: { name: 'team-travel-prod-2' },
      spec: {
        destinations: [{ namespace: 'travel' }],
        clusterResourceWhitelist: [],
      },
    });
  });

  it("takes no place that is the platform's", async () => {
    for (const wrong of [
      { namespace: 'kube-system' },
      { namespace: 'flux-system' },
      { group: 'system:masters' },
      { group: 'a\n- b' },
      { size: 'huge' },
      { name: '../x' },
    ]) {
      const { status } = await run(wrong);
      expect({ wrong, status }).toEqual({ wrong, status: 'refused' });
    }
    expect(scaffolder.git.requests).toEqual([]);
  });
});
