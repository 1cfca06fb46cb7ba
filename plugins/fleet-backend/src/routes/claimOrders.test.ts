import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  ClaimKindRecord,
  ClaimNodeRecord,
  CompositionRecord,
  FleetRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import request from 'supertest';
import {
  clusterDefinition,
  clusterManifest,
} from '../claims/__fixtures__/clusterDefinition';
import { admin, auditor, nobody, operator } from './__testUtils__/policy';
import { startRoutes } from './__testUtils__/startRoutes';

const at = new Date('2026-11-20T12:00:00Z');

const base = {
  engine: 'crossplane',
  state: 'healthy',
  summary: 'offered',
} as const;

const definition: ClaimKindRecord = {
  ...base,
  type: 'claim-kind',
  apiVersion: 'apiextensions.crossplane.io/v1',
  kind: 'CompositeResourceDefinition',
  name: 'xclusters.example.org',
  group: 'example.org',
  claimKind: 'Cluster',
  claimPlural: 'clusters',
  compositeKind: 'XCluster',
  claimVersion: 'v1alpha1',
  namespaced: true,
  description: 'A cluster of your own',
  schema: { ...clusterDefinition },
};

const unreadable: ClaimKindRecord = {
  ...definition,
  name: 'xqueues.example.org',
  claimKind: 'MessageQueue',
  claimPlural: 'messagequeues',
  compositeKind: 'XQueue',
  state: 'failing',
  summary: 'its kind is not served',
  schema: undefined,
  unreadable: 'its version v1alpha1 has no schema',
};

const composition: CompositionRecord = {
  ...base,
  type: 'composition',
  apiVersion: 'apiextensions.crossplane.io/v1',
  kind: 'Composition',
  name: 'aws',
  compositeApiVersion: 'example.org/v1alpha1',
  compositeKind: 'XCluster',
};

const claim: ClaimNodeRecord = {
  ...base,
  type: 'claim-node',
  apiVersion: 'example.org/v1alpha1',
  kind: 'Cluster',
  namespace: 'fleet-system',
  name: 'there-1',
  claimType: 'crossplane',
  role: 'claim',
  root: true,
  children: [],
  conditions: [],
  paused: false,
  deleting: false,
  spec: clusterManifest.spec,
};

describe('routes for orders', () => {
  let routes: Awaited<ReturnType<typeof startRoutes>>;

  beforeAll(async () => {
    routes = await startRoutes();
    const hub = routes.leases.find(({ cluster }) => cluster === 'stg-1')!;
    await routes.store.write(hub, {
      at,
      collections: [
        collectionOf([definition, unreadable]),
        collectionOf([composition]),
        collectionOf([claim]),
      ],
    });
    await routes.store.claims.sweep();
  });

  afterAll(() => routes.objects.stop());

  function collectionOf(records: FleetRecord[]) {
    const [{ engine, apiVersion, kind }] = records;
    const [group, version] = apiVersion.split('/');
    return {
      state: {
        engine,
        group,
        version,
        kind,
        plural: `${kind.toLowerCase()}s`,
        projection: '1',
        outcome: 'ok' as const,
        since: at,
        provenAt: at,
        held: false,
        populated: true,
        everySeconds: 30,
      },
      objects: records.map(record => ({
        key: [record.namespace, record.name].filter(Boolean).join('/'),
        records: [record],
      })),
    };
  }

  async function get(path: string, user = admin) {
    return request(routes.server)
      .get(`/api/fleet${path}`)
      .set('authorization', mockCredentials.user.header(user));
  }

  async function validate(manifest: object, user = admin, cluster?: string) {
    return request(routes.server)
      .post('/api/fleet/claims/validate')
      .set('authorization', mockCredentials.user.header(user))
      .send({ manifest, cluster });
  }

  const withName = (name: unknown, labels = {}) => ({
    ...clusterManifest,
    metadata: { ...clusterManifest.metadata, name, labels },
  });

  it('tells what can be claimed, and how many are', async () => {
    const { body } = await get('/claim-kinds');
    expect(body.items).toEqual([
      expect.objectContaining({
        cluster: 'stg-1',
        group: 'example.org',
        kind: 'Cluster',
        apiVersion: 'example.org/v1alpha1',
        title: 'Cluster',
        compositions: ['aws'],
        claims: 1,
      }),
      expect.objectContaining({
        kind: 'MessageQueue',
        title: 'Message queue',
        state: 'failing',
        compositions: [],
        claims: 0,
        unreadable: 'its version v1alpha1 has no schema',
      }),
    ]);
    const [{ id }, { id: queue }] = body.items;
    const detail = await get(`/claim-kinds/${encodeURIComponent(id)}`);
    expect(Object.keys(detail.body.schema.properties)).toContain('nodeGroups');
    const schemaless = await get(`/claim-kinds/${encodeURIComponent(queue)}`);
    expect(schemaless.body.schema).toBeUndefined();
    expect((await get('/claim-kinds/none')).status).toBe(404);
  });

  it('shows nobody more than they may see', async () => {
    expect((await get('/claim-kinds', auditor)).body.items).toMatchObject([
      // The claim belongs to nobody.
      { kind: 'Cluster', claims: 0 },
      { kind: 'MessageQueue', claims: 0 },
    ]);
    expect((await get('/claim-kinds', nobody)).body).toEqual({ items: [] });
    const { body } = await validate(clusterManifest, nobody);
    expect(body.errors).toEqual([
      {
        path: 'kind',
        message: expect.stringContaining('No hub that you may see'),
      },
    ]);
  });

  it('offers what the config names, else what the clusters have', async () => {
    const { body } = await get('/claim-offers');
    expect(body).toEqual({
      environments: [{ name: 'staging', directory: 'stg' }],
      providers: [],
      regions: [{ name: 'eu-west-1' }],
      versions: [
        expect.objectContaining({ version: '1.35', endOfLife: '2027-02-28' }),
        expect.objectContaining({ version: '1.34', endOfLife: '2026-10-27' }),
      ],
      instanceTypes: [{ name: 'm6i.large' }],
      addons: [{ name: 'dns', title: 'dns' }],
    });
    expect((await get('/claim-offers', nobody)).body.regions).toEqual([]);
  });

  it('validates a claim, and answers it as the hub would keep it', async () => {
    const { status, body } = await validate(withName('stg-9'));
    expect([status, body.valid, body.errors]).toEqual([200, true, []]);
    expect(body).toMatchObject({ exists: false, unchecked: [] });
    expect(body.manifest.spec.cloudProvider).toBe('aws');
    expect((await get(`/claims/${body.claimId}`)).status).toBe(404);
  });

  it('holds one that is there against what it was', async () => {
    const manifest = withName('there-1');
    const { body } = await validate({
      ...manifest,
      spec: { ...manifest.spec, region: 'eu-west-2' },
    });
    expect(body).toMatchObject({
      exists: true,
      valid: false,
      errors: [{ path: 'spec.region', message: 'cannot be changed' }],
    });
    expect((await get(`/claims/${body.claimId}`)).body.claim.name).toBe(
      'there-1',
    );
  });

  it.each<[string, object, string, string]>([
    ['no kind', { apiVersion: 'example.org/v1' }, 'kind', 'is missing'],
    [
      'a kind that is not offered',
      { ...clusterManifest, kind: 'Clutser' },
      'kind',
      'did you mean example.org/Cluster?',
    ],
    [
      'a version that is not offered',
      { ...clusterManifest, apiVersion: 'example.org/v1beta1' },
      'apiVersion',
      'write example.org/v1alpha1',
    ],
    [
      'a kind that is not served',
      { ...clusterManifest, kind: 'MessageQueue' },
      'kind',
      'cannot be ordered now: its kind is not served',
    ],
    ['a way out', withName('../x'), 'metadata.name', 'is not a name'],
    ['a long name', withName('x'.repeat(300)), 'metadata.name', '300'],
    [
      'a prototype',
      JSON.parse('{"__proto__":{"x":1},"kind":"Cluster"}'),
      '__proto__',
      'is not a name for a field',
    ],
    [
      'a manifest without end',
      { ...clusterManifest, spec: deep(500) },
      'spec.',
      'nested more than 50 deep',
    ],
  ])('refuses %s', async (_, manifest, path, message) => {
    const { status, body } = await validate(manifest);
    expect([status, body.valid, body.error]).toEqual([200, false, undefined]);
    expect(body.errors).toContainEqual({
      path: expect.stringContaining(path),
      message: expect.stringContaining(message),
    });
  });

  it('says what it could not check', async () => {
    const { body } = await validate({
      ...clusterManifest,
      kind: 'MessageQueue',
    });
    expect(body.unchecked).toEqual([
      {
        path: '',
        rule: 'all of its schema',
        why: 'its version v1alpha1 has no schema',
      },
    ]);
  });

  it('refuses what is too large before it is read', async () => {
    const { status, body } = await validate({
      ...clusterManifest,
      spec: { note: 'x'.repeat(10_000_000) },
    });
    expect([status, body.error.message]).toEqual([
      400,
      'request entity too large',
    ]);
  });

  it('goes by what the caller may order', async () => {
    const owned = { 'fleetcommander.io/entity': 'component:default/web' };
    const other = { 'fleetcommander.io/entity': 'component:default/ledger' };
    const annotated = (annotations: object, name = 'stg-9') => ({
      ...clusterManifest,
      metadata: { ...clusterManifest.metadata, name, annotations },
    });
    expect((await validate(annotated(owned), operator)).status).toBe(200);
    const denied = await validate(annotated(other), operator);
    expect(denied.status).toBe(403);
    expect(denied.body.error.message).toContain('fleet.claim.change');
    // It would be theirs, and is somebody else's.
    const taken = await validate(annotated(owned, 'there-1'), operator);
    expect(taken.status).toBe(403);
    expect((await validate(annotated(owned), auditor)).status).toBe(403);
  });
});

function deep(levels: number): object {
  let value = {};
  for (let level = 0; level < levels; level += 1) {
    value = { a: value };
  }
  return value;
}
