import { createHmac } from 'node:crypto';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import { fleetPlugin } from '../../plugin';
import {
  databaseNames,
  useDatabases,
} from '../../store/__testUtils__/databases';

const secret = 'a-secret-of-prod-1-alone';
const former = 'the-former-secret-of-prod-1';

const clusters = ['prod-1', 'prod-2', 'prod/3'].map(name => ({
  name,
  url: 'https://127.0.0.1:1',
}));

function eventOf(given: object = {}) {
  return {
    involvedObject: {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      namespace: 'flux-system',
      name: 'web',
      uid: 'b1c1',
    },
    severity: 'info',
    timestamp: new Date().toISOString(),
    message: 'Deployment/web/web configured\nService/web/web created',
    reason: 'Progressing',
    metadata: { 'kustomize.toolkit.fluxcd.io/revision': 'main@sha1:aaa' },
    reportingController: 'kustomize-controller',
    reportingInstance: 'kustomize-controller-0',
    ...given,
  };
}

describe.each(databaseNames)('POST /webhooks/flux on %s', name => {
  const databases = useDatabases();
  let server: Parameters<typeof request>[0];
  let database: Knex;
  let stop: () => Promise<void>;
  const logged: string[] = [];

  beforeEach(async () => {
    database = await databases.create(name);
    logged.length = 0;
    const backend = await startTestBackend({
      features: [
        fleetPlugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.database.mock({ getClient: async () => database }).factory,
        mockServices.rootLogger.mock({
          child: () =>
            mockServices.logger.mock({
              warn: message => logged.push(message),
            }),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            fleet: {
              clusters: { static: clusters },
              webhooks: {
                flux: [
                  { cluster: 'prod-1', secret },
                  { cluster: 'prod-1', secret: former },
                  { cluster: 'prod/3', secret: 'a-secret-of-prod-3-alone' },
                  { cluster: 'gone', secret: 'a-secret-of-one-that-is-gone' },
                  { cluster: 'prod-2', secret: 'too short' },
                ],
              },
            },
          },
        }),
      ],
    });
    server = backend.server;
    stop = () => backend.stop();
  });

  afterEach(() => stop());

  function send(
    cluster: string,
    body: string | object,
    key: string | undefined = secret,
    headers: Record<string, string> = {},
  ) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const hex = createHmac('sha256', key).update(text).digest('hex');
    return request(server)
      .post(`/api/fleet/webhooks/flux/${encodeURIComponent(cluster)}`)
      .set({
        'content-type': 'application/json',
        'x-signature': `sha256=${hex}`,
        ...headers,
      })
      .send(text);
  }

  async function counts() {
    await stop();
    const rows = await database('webhook_counts');
    return Object.fromEntries(
      rows.map(row => [`${row.cluster} ${row.outcome}`, row.count]),
    );
  }

  it('takes what the cluster’s secret has signed, once', async () => {
    const body = eventOf();
    expect((await send('prod-1', body)).status).toBe(202);
    expect((await send('prod-1', body)).status).toBe(409);
    const other = eventOf({ message: 'Service/web/api configured' });
    expect((await send('prod-1', other, former)).status).toBe(202);
    const ofAnother = eventOf({ message: 'health check passed' });
    expect(
      (await send('prod/3', ofAnother, 'a-secret-of-prod-3-alone')).status,
    ).toBe(202);

    const kept = await database('applies').orderBy('objects');
    expect(kept).toMatchObject([
      { cluster: 'prod-1', revision: 'main@sha1:aaa' },
      { cluster: 'prod-1' },
    ]);
    expect(JSON.parse(kept[0].objects)).toEqual([
      {
        kind: 'Deployment',
        namespace: 'web',
        name: 'web',
        action: 'configured',
      },
      { kind: 'Service', namespace: 'web', name: 'web', action: 'created' },
    ]);
    expect(await counts()).toEqual({
      'prod-1 accepted': 2,
      'prod-1 replayed': 1,
      'prod/3 accepted': 1,
    });
  });

  it('answers everybody who cannot sign alike', async () => {
    const answers = await Promise.all([
      send('prod-1', eventOf(), 'a-secret-of-somebody-else'),
      send('prod-1', eventOf(), secret, { 'x-signature': 'sha256=zz' }),
      send('prod-1', eventOf(), secret, { 'x-signature': '' }),
      send('prod-1', eventOf(), 'a-secret-of-prod-3-alone'),
      send('prod-2', eventOf(), 'too short'),
      send('no-such-cluster', eventOf()),
      send('<img src=x>', '{'),
    ]);
    const said = answers.map(({ status, body }) => [status, body.error]);
    for (const one of said) {
      expect(one).toEqual(said[0]);
    }
    expect(said[0]).toEqual([
      401,
      {
        name: 'AuthenticationError',
        message: expect.stringContaining('X-Signature'),
      },
    ]);
    expect(await database('applies')).toEqual([]);
    expect(await database('webhook_digests')).toEqual([]);

    const refused = logged.filter(line => line.includes('webhook of Flux'));
    expect(refused).toHaveLength(3);
    expect(refused.join()).not.toMatch(/img|no-such/);
    expect(await counts()).toEqual({
      ' unknown-cluster': 2,
      'prod-1 bad-signature': 4,
      'prod-2 not-configured': 1,
    });
  });

  it('tells who can sign what is wrong', async () => {
    const ago = (minutes: number) =>
      new Date(Date.now() - minutes * 60_000).toISOString();
    const wrong: [status: number, body: string | object, says: string][] = [
      [400, '{"involvedObject":', 'not JSON'],
      [400, '', 'not JSON'],
      [400, '[]', 'the body'],
      [400, eventOf({ involvedObject: { kind: 'x' } }), 'involvedObject'],
      [400, eventOf({ timestamp: 'yesterday' }), 'timestamp'],
      [403, eventOf({ timestamp: ago(11) }), 'ten minutes'],
      [403, eventOf({ timestamp: ago(-11) }), 'ten minutes'],
    ];
    for (const [status, body, says] of wrong) {
      const answer = await send('prod-1', body);
      expect([answer.status, answer.body.error.message]).toEqual([
        status,
        expect.stringContaining(says),
      ]);
    }
    const gone = await send('gone', eventOf(), 'a-secret-of-one-that-is-gone');
    expect(gone.status).toBe(404);
    expect(await database('applies')).toEqual([]);
    expect(await counts()).toEqual({
      'prod-1 malformed': 5,
      'prod-1 out-of-time': 2,
      'gone not-in-fleet': 1,
    });
  });

  it('keeps nothing of what a cluster makes up', async () => {
    const html = eventOf({
      involvedObject: {
        ...eventOf().involvedObject,
        name: '<script>alert(1)</script>',
      },
      message:
        '<b>Deployment</b>/web/web configured\nDeployment/web/<img> configured\nDeployment/../../x configured',
    });
    expect((await send('prod-1', html)).status).toBe(202);
    const failed = eventOf({
      severity: 'error',
      message: 'timeout\nDeployment/web/web configured',
    });
    expect((await send('prod-1', failed)).status).toBe(202);
    expect(await database('applies')).toEqual([]);
  });

  it('reads no more than half a megabyte, and nothing that is packed', async () => {
    const big = eventOf({ message: 'x'.repeat(2 * 1024 * 1024) });
    expect((await send('prod-1', big)).status).toBe(413);
    const packed = { 'content-encoding': 'gzip' };
    expect((await send('prod-1', eventOf(), secret, packed)).status).toBe(415);
  });

  it('opens no other route', async () => {
    const anonymous = mockCredentials.none.header();
    for (const path of ['webhooks/flux/prod-1', 'webhooks/flux', 'clusters']) {
      const { status } = await request(server)
        .get(`/api/fleet/${path}`)
        .set('authorization', anonymous);
      expect([path, status]).toEqual([path, path === 'clusters' ? 401 : 404]);
    }
  });
});
