import { mockCredentials } from '@backstage/backend-test-utils';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import request from 'supertest';
import {
  certificate,
  externalSecret,
  secretStore,
} from '../store/__fixtures__/platform';
import { admin, auditor, nobody } from './__testUtils__/policy';
import { startRoutes } from './__testUtils__/startRoutes';

/** Of what team pay runs. */
const ownerKey = 'Kustomization/flux-system/web';
const at = new Date('2026-11-20T12:00:00Z');

describe('routes of secrets and certificates', () => {
  let routes: Awaited<ReturnType<typeof startRoutes>>;

  beforeAll(async () => {
    routes = await startRoutes();
    for (const lease of routes.leases) {
      await routes.store.write(lease, {
        at,
        collections: [
          [secretStore()],
          [
            externalSecret({ ownerKey }),
            externalSecret({ namespace: 'ledger' }),
          ],
          [certificate({ ownerKey }), certificate({ namespace: 'ledger' })],
        ].map(collectionOf),
      });
    }
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
        key: `${record.namespace}/${record.name}`,
        records: [record],
      })),
    };
  }

  function get(path: string, user = admin) {
    return request(routes.server)
      .get(`/api/fleet${path}`)
      .set('authorization', mockCredentials.user.header(user));
  }

  it.each(['secret-syncs', 'certificates'])(
    '%s are those that the caller may see',
    async list => {
      const all = await get(`/${list}`);
      expect([all.status, all.body.totalItems]).toEqual([200, 4]);
      const { body } = await get(`/${list}`, auditor);
      expect(body.totalItems).toBe(body.items.length);
      expect(body.items).toMatchObject([
        { cluster: 'stg-1', namespace: 'web' },
      ]);
      expect(JSON.stringify(body.facets)).not.toMatch(/prod|ledger/);
      expect((await get(`/${list}`, nobody)).body).toMatchObject({
        items: [],
        totalItems: 0,
      });
    },
  );

  it('narrow to what the filter asks, and say what it cannot ask', async () => {
    const soon = await get('/certificates?filter=expires=1,namespace=web');
    expect(soon.body.totalItems).toBe(0);
    const wrong = await get('/certificates?filter=expires=soon');
    expect([wrong.status, wrong.body.error.message]).toEqual([
      400,
      'Filter expires is a number of days such as 14, not "soon"',
    ]);
    const unknown = await get('/secret-syncs?filter=colour=red');
    expect([unknown.status, unknown.body.error.message]).toEqual([
      400,
      expect.stringContaining('There is no filter "colour"'),
    ]);
  });
});
