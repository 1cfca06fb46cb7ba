import { mockCredentials } from '@backstage/backend-test-utils';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import request from 'supertest';
import {
  clusterClaim,
  composite,
  managed,
  referenceTo,
} from '../store/__fixtures__/claims';
import { admin, auditor, nobody } from './__testUtils__/policy';
import { startRoutes } from './__testUtils__/startRoutes';

const at = new Date('2026-11-20T12:00:00Z');

const subnet = managed({
  state: 'failing',
  summary: 'quota exceeded',
  since: '2026-11-20T11:55:00Z',
});

/** Of team pay, and of team core. */
const records: FleetRecord[][] = [
  [
    clusterClaim({ proofs: { 'fleetcommander.io/entity': 'web' } }),
    clusterClaim({
      name: 'core-1',
      children: [],
      proofs: { 'fleetcommander.io/entity': 'ledger' },
    }),
  ],
  [composite({ children: [referenceTo(subnet)] })],
  [subnet],
];

describe('routes for claims', () => {
  let routes: Awaited<ReturnType<typeof startRoutes>>;
  let ids: Record<string, string>;

  beforeAll(async () => {
    routes = await startRoutes();
    const hub = routes.leases.find(({ cluster }) => cluster === 'stg-1')!;
    await routes.store.write(hub, {
      at,
      collections: records.map(collectionOf),
    });
    await routes.store.claims.sweep();
    const { body } = await get('/claims');
    ids = Object.fromEntries(
      body.items.map(({ name, id }: { name: string; id: string }) => [
        name,
        id,
      ]),
    );
    // The first request of all is slow on a busy machine.
  }, 60_000);

  afterAll(() => routes.objects.stop());

  function collectionOf(some: FleetRecord[]) {
    const [{ engine, apiVersion, kind }] = some;
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
        populated: false,
        everySeconds: 30,
      },
      objects: some.map(record => ({
        key: `${record.namespace ?? ''}/${record.name}`,
        records: [record],
      })),
    };
  }

  function get(path: string, user = admin) {
    return request(routes.server)
      .get(`/api/fleet${path}`)
      .set('authorization', mockCredentials.user.header(user));
  }

  function upgrade(user: string, version: string, ...claims: string[]) {
    return request(routes.server)
      .post('/api/fleet/cluster-upgrades')
      .set('authorization', mockCredentials.user.header(user))
      .send({ version, waves: [{ title: 'all', claims }] });
  }

  it('say nothing of claims that the caller may not see', async () => {
    expect((await get('/claims')).body).toMatchObject({
      totalItems: 2,
      items: [{ name: 'staging-eu-1', state: 'failing' }, {}],
    });
    const seen = (await get('/claims', auditor)).body;
    expect(seen.items).toMatchObject([{ name: 'staging-eu-1' }]);
    expect(JSON.stringify(seen)).not.toMatch(/core-1|group:default\/core/);
    expect((await get('/claims', nobody)).body.totalItems).toBe(0);
    for (const path of ['', '/tree', '/events']) {
      const answers = [
        await get(`/claims/${ids['staging-eu-1']}${path}`, nobody),
        await get(`/claims/${ids['core-1']}${path}`, auditor),
        await get(`/claims/none${path}`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    }
  });

  it('answer a claim with its steps, its tree, and what it has to do with clusters', async () => {
    const { body } = await get(`/claims/${ids['staging-eu-1']}`, auditor);
    expect(body.claim).toMatchObject({
      summary: 'Subnet subnet-a: quota exceeded',
      ownerRefs: ['group:default/pay'],
    });
    expect(body.steps).toHaveLength(7);
    expect(routes.polling.interest).toHaveBeenCalledWith(['stg-1']);

    const tree = await get(
      `/claims/${ids['staging-eu-1']}/tree?filter=role=managed&limit=1`,
    );
    expect(tree.body).toMatchObject({
      items: [{ kind: 'Subnet', depth: 2 }],
      totalItems: 1,
      facets: { role: expect.arrayContaining([{ value: 'claim', count: 1 }]) },
    });
    const odd = await get(
      `/claims/${ids['staging-eu-1']}/tree?filter=colour=red`,
    );
    expect([odd.status, odd.body.error.message]).toEqual([
      400,
      'There is no filter "colour". Known are state, kind, role.',
    ]);
  });

  it('ask the hub for events of what fails and of what is above it', async () => {
    const event = (kind: string, name: string, message: string) => ({
      metadata: { name, creationTimestamp: '2026-11-20T11:00:00Z' },
      involvedObject: { kind, name },
      type: 'Warning',
      reason: 'CannotCreate',
      message,
    });
    routes.objects.put('/api/v1/namespaces/default/events', {
      items: [
        event('Subnet', 'subnet-a', 'quota of 10 exceeded'),
        event('Subnet', 'subnet-of-another', 'not yours'),
      ],
    });
    const path = `/claims/${ids['staging-eu-1']}/events`;
    routes.objects.forbidden.add('GET /api/v1/namespaces/fleet-system/events');
    const { body } = await get(path, auditor);
    expect(body).toEqual({
      items: [
        {
          at: '2026-11-20T11:00:00Z',
          warning: true,
          reason: 'CannotCreate',
          message: 'quota of 10 exceeded',
          kind: 'Subnet',
          name: 'subnet-a',
          count: 1,
        },
      ],
      problem: expect.stringMatching(/does not tell them all: .*events/),
    });
  });

  it('begin upgrades for who may change every claim of them', async () => {
    const id = ids['staging-eu-1'];
    const refused = await upgrade(auditor, '1.36', id);
    expect([refused.status, refused.body.error.message]).toEqual([
      403,
      'You may not change staging-eu-1: permission fleet.claim.change is needed.',
    ]);
    const hidden = await upgrade(auditor, '1.36', ids['core-1']);
    expect([hidden.status, hidden.body.error.message]).toEqual([
      400,
      expect.stringContaining('no claim'),
    ]);
    const unfollowed = await upgrade(admin, '1.36', id);
    expect([unfollowed.status, unfollowed.body.error.message]).toEqual([
      400,
      'These cannot be upgraded to 1.36: staging-eu-1 is in no repository of fleet.git.repositories',
    ]);
    expect((await upgrade(admin, '1.40', id)).status).toBe(400);
    expect((await upgrade(admin, '1.36')).status).toBe(400);
    expect((await get('/cluster-upgrades')).body).toEqual({ items: [] });
  });
});
