import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';
import { NeedsServiceIdentityError } from '@fleetcommander/backstage-plugin-fleet-node';
import type { CredentialSource } from './CredentialSource';
import { DefaultKubernetesClient } from './DefaultKubernetesClient';
import { discover } from './discovery';
import { HttpTransport } from './HttpTransport';
import type { WatchEvent } from './KubernetesClient';

const pods = { group: '', version: 'v1', plural: 'pods' };

describe('DefaultKubernetesClient', () => {
  const servers: Server[] = [];
  const transports: HttpTransport[] = [];

  afterEach(async () => {
    await Promise.all(transports.splice(0).map(t => t.close()));
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
  });

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise(resolve => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  function clientOf(
    url: string,
    credentials: CredentialSource = {
      get: async () => ({ token: 'secret-token' }),
      forget: () => {},
    },
    definition: Partial<ClusterDefinition> = {},
  ) {
    const transport = new HttpTransport(
      {
        name: 'one',
        url,
        labels: {},
        source: 'test',
        signIn: { provider: 'serviceAccount' },
        ...definition,
      },
      credentials,
    );
    transports.push(transport);
    return new DefaultKubernetesClient({ transport, timeoutMs: 1_500 });
  }

  async function failureOf(run: () => Promise<unknown>) {
    try {
      await run();
    } catch (error) {
      return error as {
        outcome: string;
        message: string;
        retryAfterSeconds?: number;
      };
    }
    throw new Error('it did not fail');
  }

  it('lists over kept connections, unzips, and fills in what items do not say of themselves', async () => {
    const sockets = new Set<unknown>();
    const seen: (string | undefined)[] = [];
    const url = await serve((req, res) => {
      sockets.add(req.socket);
      seen.push(req.url, req.headers.authorization);
      res.setHeader('content-encoding', 'gzip');
      res.end(
        gzipSync(
          JSON.stringify({
            kind: 'PodList',
            apiVersion: 'v1',
            metadata: { resourceVersion: '7', continue: '' },
            items: [{ metadata: { name: 'a' } }],
          }),
        ),
      );
    });
    const client = clientOf(`${url}/behind/a/path/`);
    for (let i = 0; i < 5; i += 1) {
      expect(
        await client.list({ ...pods, namespace: 'a/b' }, { limit: 2 }),
      ).toEqual({
        items: [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }],
        resourceVersion: '7',
        continue: undefined,
      });
    }
    expect(sockets.size).toBe(1);
    expect(seen.slice(0, 2)).toEqual([
      '/behind/a/path/api/v1/namespaces/a%2Fb/pods?limit=2',
      'Bearer secret-token',
    ]);
  });

  it.each([
    [
      401,
      {},
      'not-signed-in',
      'the API server does not accept the credentials: what it says',
    ],
    [403, {}, 'not-allowed'],
    [404, {}, 'not-installed'],
    [410, {}, 'expired'],
    [429, { 'retry-after': '7' }, 'throttled'],
    [500, {}, 'broken-answer'],
    [503, { 'retry-after': '7' }, 'throttled'],
    [504, {}, 'unreachable'],
  ])(
    'tells %s apart, in the words of the API server',
    async (status, headers, outcome, message = 'what it says') => {
      const url = await serve((_, res) => {
        res.writeHead(status, headers);
        res.end(JSON.stringify({ kind: 'Status', message: 'what it says' }));
      });
      const failure = await failureOf(() => clientOf(url).list(pods, {}));
      expect(failure).toMatchObject({ outcome, message });
      expect(failure.retryAfterSeconds).toBe(
        'retry-after' in headers ? 7 : undefined,
      );
    },
  );

  it('tells apart what never answers, refuses, cannot be found, is cut short and is no JSON', async () => {
    const silent = await serve(() => {});
    const cut = await serve((_, res) => {
      res.writeHead(200, { 'content-length': '1000' });
      res.write('{"items":');
      setTimeout(() => res.destroy(), 20);
    });
    const stalled = await serve((_, res) => {
      res.write('{"items":');
    });
    const html = await serve((_, res) => {
      res.setHeader('content-type', 'text/html');
      res.end('<html>sign in</html>');
    });
    const failures = await Promise.all(
      [
        silent,
        'http://127.0.0.1:1',
        'http://no-such-host.invalid',
        cut,
        stalled,
        html,
      ].map(url => failureOf(() => clientOf(url).list(pods, {}))),
    );
    expect(failures.map(({ outcome }) => outcome)).toEqual([
      'unreachable',
      'unreachable',
      'unreachable',
      'broken-answer',
      'unreachable',
      'broken-answer',
    ]);
    expect(failures[0].message).toContain('no answer from');
    expect(failures[1].message).toContain('connection refused by 127.0.0.1:1');
    expect(failures[2].message).toContain(
      'no-such-host.invalid cannot be resolved',
    );
    expect(failures[3].message).toContain('cut short');
    expect(failures[5].message).toContain('text/html');
  });

  it('gives up on an answer that drips in for ever, on a watch that falls silent, and asks less of one that is too large unzipped', async () => {
    const drips = await serve((_, res) => {
      const drip = setInterval(() => res.write(' '), 50);
      res.on('close', () => clearInterval(drip));
    });
    const silentWatch = await serve((_, res) => {
      res.writeHead(200).flushHeaders();
    });
    const large = await serve((_, res) => {
      res.setHeader('content-encoding', 'gzip');
      res.end(gzipSync(Buffer.alloc(65 * 1024 * 1024)));
    });
    const failures = await Promise.all([
      failureOf(() => clientOf(drips).list(pods, {})),
      failureOf(async () => {
        const events = clientOf(silentWatch).watch(pods, {
          resourceVersion: '1',
          timeoutSeconds: 1,
        });
        for await (const _ of events) {
          // Nothing comes.
        }
      }),
      failureOf(() => clientOf(large).list(pods, {})),
    ]);
    expect(failures).toMatchObject([
      { outcome: 'unreachable' },
      { outcome: 'unreachable' },
      { outcome: 'broken-answer', tooLarge: true },
    ]);
  }, 20_000);

  it('signs in again once when the token is refused', async () => {
    let token = 'old';
    const url = await serve((req, res) => {
      const ok = req.headers.authorization === 'Bearer new';
      res.writeHead(ok ? 200 : 401);
      res.end('{"gitVersion":"v1.34.2"}');
    });
    const client = clientOf(url, {
      get: async () => ({ token }),
      forget: () => {
        token = 'new';
      },
    });
    expect(await client.getJson('/version')).toEqual({ gitVersion: 'v1.34.2' });
  });

  it('says when a cluster needs an identity of a service, and when signing in failed', async () => {
    const needs = clientOf('http://127.0.0.1:1', {
      get: async () => {
        throw new NeedsServiceIdentityError('set authProvider to aws');
      },
      forget: () => {},
    });
    const broken = clientOf('http://127.0.0.1:1', {
      get: async () => {
        throw new Error('aws-iam-authenticator is not installed');
      },
      forget: () => {},
    });
    expect(await failureOf(() => needs.getJson('/version'))).toMatchObject({
      outcome: 'needs-service-identity',
      message: 'set authProvider to aws',
    });
    expect(await failureOf(() => broken.getJson('/version'))).toMatchObject({
      outcome: 'not-signed-in',
    });
  });

  it('reads a watch event by event, whatever the chunks, and knows a clean end from a broken one', async () => {
    const events = ['1', '2', '3'].map(resourceVersion => ({
      type: 'ADDED',
      object: { metadata: { name: 'ä', resourceVersion } },
    }));
    const bytes = Buffer.from(
      events.map(event => `${JSON.stringify(event)}\n`).join(''),
    );
    let clean = true;
    const url = await serve(async (_, res) => {
      res.writeHead(200);
      // Within an event, and within a character.
      for (let at = 0; at < bytes.length; at += 37) {
        res.write(bytes.subarray(at, at + 37));
        await new Promise(resolve => setImmediate(resolve));
      }
      if (clean) {
        res.end();
      } else {
        res.write('{"type":"ADD');
        setTimeout(() => res.destroy(), 20);
      }
    });
    async function readAll() {
      const read: WatchEvent[] = [];
      const stream = clientOf(url).watch(pods, {
        resourceVersion: '0',
        timeoutSeconds: 1,
      });
      for await (const batch of stream) {
        read.push(...batch);
      }
      return read;
    }
    expect(await readAll()).toEqual(events);
    clean = false;
    expect(await failureOf(readAll)).toMatchObject({
      outcome: 'broken-answer',
    });
  });

  it('takes an ERROR event with code 410 for an expired position, after what came before it', async () => {
    const url = await serve((_, res) => {
      res.write(
        '{"type":"ADDED","object":{"metadata":{"name":"a","resourceVersion":"5"}}}\n',
      );
      res.end(
        '{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old resource version: 1 (9)"}}\n',
      );
    });
    const read: WatchEvent[] = [];
    const failure = await failureOf(async () => {
      for await (const batch of clientOf(url).watch(pods, {
        resourceVersion: '1',
        timeoutSeconds: 1,
      })) {
        read.push(...batch);
      }
    });
    expect(failure.outcome).toBe('expired');
    expect(read).toHaveLength(1);
  });

  it('discovers in one request, or group by group from an older API server, and keeps stale groups apart', async () => {
    const modern = await serve((req, res) => {
      if (req.headers['if-none-match'] === '"1"') {
        res.writeHead(304).end();
        return;
      }
      res.setHeader('etag', '"1"');
      res.end(
        JSON.stringify({
          kind: 'APIGroupDiscoveryList',
          items: [
            {
              metadata: { name: 'apps' },
              versions: [
                {
                  version: 'v1',
                  resources: [
                    {
                      resource: 'deployments',
                      responseKind: { kind: 'Deployment' },
                      verbs: ['list', 'watch'],
                      categories: ['all'],
                    },
                  ],
                },
              ],
            },
            {
              metadata: { name: 'metrics.k8s.io' },
              versions: [{ version: 'v1beta1', freshness: 'Stale' }],
            },
          ],
        }),
      );
    });
    const old = await serve((req, res) => {
      res.statusCode = req.url?.includes('metrics') ? 503 : 200;
      res.end(
        JSON.stringify(
          req.url === '/apis'
            ? {
                kind: 'APIGroupList',
                groups: [
                  { name: 'apps', versions: [{ version: 'v1' }] },
                  { name: 'other', versions: [{ version: 'v1' }] },
                  { name: 'metrics.k8s.io', versions: [{ version: 'v1' }] },
                ],
              }
            : {
                resources: [
                  {
                    name: 'deployments',
                    kind: 'Deployment',
                    verbs: ['list', 'watch'],
                    categories: ['all'],
                  },
                ],
              },
        ),
      );
    });
    const resources = [
      {
        group: 'apps',
        version: 'v1',
        plural: 'deployments',
        kind: 'Deployment',
        verbs: ['list', 'watch'],
        categories: ['all'],
      },
    ];
    const groups = new Set(['apps', 'metrics.k8s.io']);
    const client = clientOf(modern);
    expect(await discover(client, { groups })).toEqual({
      etag: '"1"',
      resources,
      unknownGroups: ['metrics.k8s.io'],
    });
    expect(await discover(client, { groups, etag: '"1"' })).toBe('unchanged');
    expect(await discover(clientOf(old), { groups })).toEqual({
      etag: undefined,
      resources,
      unknownGroups: ['metrics.k8s.io'],
    });
    const all = { groups: new Set(['*']) };
    expect(await discover(clientOf(old), all)).toMatchObject({
      resources: [{ group: 'apps' }, { group: 'other' }],
    });
  });
});
