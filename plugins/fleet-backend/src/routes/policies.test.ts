import { mockCredentials } from '@backstage/backend-test-utils';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import request from 'supertest';
import {
  breach,
  exception,
  policy,
  report,
} from '../store/__fixtures__/policies';
import { admin, auditor, nobody } from './__testUtils__/policy';
import { startRoutes } from './__testUtils__/startRoutes';

const at = new Date('2026-11-20T12:00:00Z');

describe('policy routes', () => {
  let routes: Awaited<ReturnType<typeof startRoutes>>;

  beforeAll(async () => {
    routes = await startRoutes();
    for (const lease of routes.leases) {
      await routes.store.write(lease, {
        at,
        collections: [
          policy(),
          exception(),
          report([
            breach(),
            breach({
              subject: {
                apiVersion: 'apps/v1',
                kind: 'Deployment',
                namespace: 'ledger',
                name: 'ledger',
              },
            }),
          ]),
        ].map(collectionOf),
      });
    }
  });

  afterAll(() => routes.objects.stop());

  function collectionOf(record: FleetRecord) {
    const { engine, apiVersion, kind, namespace, name } = record;
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
      objects: [
        { key: [namespace, name].filter(Boolean).join('/'), records: [record] },
      ],
    };
  }

  function get(path: string, user = admin) {
    return request(routes.server)
      .get(`/api/fleet${path}`)
      .set('authorization', mockCredentials.user.header(user));
  }

  it.each([
    ['/policies', 1],
    ['/policy-results', 4],
    ['/policy-results?filter=entity=system:default/shop', 4],
    ['/policy-coverage', 1],
    ['/policy-coverage?groupBy=control', 1],
    ['/policy-posture', 2],
    ['/policy-posture?groupBy=cluster', 2],
    ['/policy-exceptions', 2],
  ])('answers %s as documented', async (path, totalItems) => {
    const { status, body } = await get(path);
    expect([status, body.error]).toEqual([200, undefined]);
    expect(body.totalItems).toBe(totalItems);
  });

  it('answers one policy, the trend, and with an ETag', async () => {
    const { body } = await get('/policies');
    const one = await get(`/policies/${encodeURIComponent(body.items[0].id)}`);
    expect(one.body.standings).toHaveLength(2);
    expect((await get('/policies/none')).status).toBe(404);
    const trend = await get('/policy-trend?days=7&filter=cluster=stg-1');
    expect(trend.body.points).toMatchObject([
      { open: { high: 2 }, resources: 2 },
    ]);
    const again = await get('/policy-results').set(
      'if-none-match',
      (
        await get('/policy-results')
      ).headers.etag,
    );
    expect(again.status).toBe(304);
  });

  it('answers an entity and a cluster with their policy', async () => {
    const entity = await get('/entities/component/default/web');
    expect(entity.body.policy).toMatchObject({
      open: { high: 2 },
      // On both clusters, and mended by one fix.
      worst: [{ resource: { name: 'web' } }],
    });
    const without = await get(
      '/entities/component/default/web?sections=applications',
    );
    expect(without.body.policy).toBeUndefined();
    expect((await get('/clusters/stg-1')).body.policy).toMatchObject({
      open: { high: 2 },
      policies: { enforce: 1 },
    });
  });

  it('says nothing of what a caller may not see', async () => {
    const results = await get('/policy-results', auditor);
    expect(results.body).toMatchObject({
      totalItems: 1,
      items: [{ cluster: 'stg-1', resource: { name: 'web' } }],
    });
    for (const path of [
      '/policies',
      '/policy-results',
      '/policy-coverage',
      '/policy-posture',
      '/policy-trend',
      '/policy-exceptions',
    ]) {
      const seen = await get(path, auditor);
      expect(JSON.stringify(seen.body)).not.toMatch(/prod-1|ledger|core/);
      const { body } = await get(path, nobody);
      expect(body.totalItems ?? body.points[0].resources).toBe(0);
    }
  });

  it.each([
    ['/policy-results?filter=severity=grave', 'Filter severity is one of'],
    ['/policy-results?filter=colour=red', 'There is no filter \\"colour\\"'],
    ['/policy-results?orderField=colour', 'cannot be ordered by'],
    ['/policy-results?filter=entity=web', 'Filter entity=web'],
    ['/policy-coverage?cursor=x', 'The cursor is broken'],
    ['/policy-posture?groupBy=colour', 'must be equal to one of'],
    ['/policy-trend?days=0', 'must be >= 1'],
    ['/policy-exceptions?filter=colour=red', 'There is no filter'],
  ])('refuses %s in words', async (path, words) => {
    const { status, text } = await get(path);
    expect(status).toBe(400);
    expect(text).toContain(words);
  });
});
