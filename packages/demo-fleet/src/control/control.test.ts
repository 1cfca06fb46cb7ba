import { parse } from 'yaml';
import type { DemoFleet } from '../DemoFleet';
import type { TrafficCounts } from '../apiserver/http/Traffic';
import { startFleet, thingsPath, TestClient } from '../__fixtures__/startFleet';

describe('the control endpoint', () => {
  let fleet: DemoFleet;

  beforeEach(async () => {
    fleet = await startFleet();
  });
  afterEach(() => fleet.stop());

  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${fleet.controlUrl}${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  it('tells what can be done and lists the clusters', async () => {
    expect((await call('GET', '/')).body).toMatchObject({
      routes: { 'GET /clusters': expect.anything() },
      faults: expect.arrayContaining(['silent']),
    });
    const { body } = await call('GET', '/clusters');
    const { url } = fleet.cluster('hub');
    expect(body).toMatchObject([{ name: 'hub', hub: true, url }, {}]);
    const { clusters, users, contexts } = parse(fleet.kubeconfig());
    expect(clusters[0]).toMatchObject({
      name: 'hub',
      cluster: {
        server: url,
        extensions: [
          {
            name: 'fleetcommander.io/labels',
            extension: { 'fleetcommander.io/hub': 'true' },
          },
        ],
      },
    });
    expect(users[0].user.token).toBe(fleet.cluster('hub').token('operator'));
    expect(contexts).toHaveLength(2);
  });

  it('sets and lifts faults and takes snapshots', async () => {
    const client = new TestClient(fleet.cluster('hub'), 'reader');
    await call('PUT', '/clusters/hub/fault', { type: 'error' });
    expect((await client.get(thingsPath)).status).toBe(500);
    expect((await call('GET', '/clusters')).body).toMatchObject([
      { fault: { type: 'error' } },
      {},
    ]);
    await call('DELETE', '/clusters/hub/fault');
    expect((await client.get(thingsPath)).status).toBe(200);
    expect((await call('POST', '/clusters/hub/snapshot')).status).toBe(200);
  });

  it.each([
    ['PUT', '/clusters/hub/fault', { type: 'odd' }, 'Unknown fault type "odd"'],
    ['PUT', '/clusters/hub/fault', { type: 'slow', delayMs: 'x' }, 'delayMs'],
    ['PUT', '/clusters/hub/fault', { type: 'slow', extra: 1 }, '"extra"'],
    ['PUT', '/clusters/none/fault', { type: 'slow' }, 'no cluster "none"'],
    ['POST', '/scenario/none', undefined, 'Unknown step "none"'],
    ['POST', '/scenario/break-canary', { application: 1 }, 'is a name'],
  ])('refuses %s %s %j', async (method, path, body, message) => {
    expect(await call(method, path, body)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining(message) },
    });
  });

  it('answers no web page', async () => {
    const headers = { origin: 'http://localhost:3000' };
    expect((await call('GET', '/', undefined, headers)).status).toBe(403);
    expect((await call('GET', '/none')).status).toBe(404);
    expect((await call('GET', '//')).status).toBe(404);
  });

  it('counts what goes over the wire', async () => {
    const client = new TestClient(fleet.cluster('hub'), 'reader');
    const { text } = await client.get(thingsPath);
    const stream = await client.watch(`${thingsPath}?watch=true`);
    const { body } = await call('GET', '/clusters/hub/traffic');
    expect(body).toMatchObject({ requests: 2, openStreams: 1 });
    const { bytesIn, bytesOut } = body as TrafficCounts;
    expect(bytesIn).toBeGreaterThan(200);
    expect(bytesOut).toBeGreaterThan(text.length + 400);
    expect((await call('GET', '/traffic')).body).toEqual(body);
    await call('DELETE', '/traffic');
    expect((await call('GET', '/traffic')).body).toMatchObject({
      requests: 0,
      bytesIn: 0,
    });
    await stream.return(undefined);
  });

  it('knows who may do what', async () => {
    const hub = fleet.cluster('hub');
    const status = async (
      role: 'reader' | 'operator',
      method: string,
      path: string,
    ) => (await new TestClient(hub, role).send(method, path)).status;
    expect(await status('reader', 'GET', thingsPath)).toBe(200);
    expect(await status('reader', 'GET', '/api/v1/secrets')).toBe(403);
    expect(await status('reader', 'DELETE', thingsPath)).toBe(403);
    const kustomization =
      '/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/default/kustomizations/x';
    expect(await status('reader', 'PATCH', kustomization)).toBe(403);
    expect(await status('operator', 'PATCH', kustomization)).toBe(404);
    expect(await status('operator', 'DELETE', kustomization)).toBe(403);
    const anonymous = await fetch(`${hub.url}${thingsPath}`);
    expect(anonymous.status).toBe(401);
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
  });
});
