import { Agent, request } from 'undici';
import { parse } from 'yaml';
import type { DemoFleet } from '../DemoFleet';
import {
  startFleet,
  thing,
  things,
  thingsPath,
  TestClient,
} from '../__fixtures__/startFleet';
import type { Fault } from './Fault';

const kubeSystem = '/api/v1/namespaces/kube-system';

describe('faults', () => {
  let fleet: DemoFleet;
  let client: TestClient;

  beforeEach(async () => {
    fleet = await startFleet({
      populate: cluster => {
        cluster.define([things]);
        cluster.put(thing('a'), { manager: 'test' });
      },
    });
    client = new TestClient(fleet.cluster('hub'), 'reader');
  });
  afterEach(() => fleet.stop());

  const set = (fault: Fault | undefined) => fleet.setFault('hub', fault);

  it.each<[Fault, number, string]>([
    [{ type: 'unauthorized' }, 401, 'Unauthorized'],
    [{ type: 'throttled', retryAfterSeconds: 7 }, 429, 'Too many requests'],
    [{ type: 'error' }, 500, 'etcdserver: request timed out'],
    [{ type: 'not-json' }, 200, '<!doctype html>'],
    [{ type: 'group-missing', kind: 'example.org' }, 404, '404 page not found'],
    [
      { type: 'forbidden', kind: 'Thing' },
      403,
      'things.example.org is forbidden: User \\"system:serviceaccount:fleet-commander:reader\\" cannot list resource \\"things\\" in API group \\"example.org\\" in the namespace \\"default\\"',
    ],
  ])('answers with %p', async (fault, status, text) => {
    await set(fault);
    const answer = await client.get(thingsPath);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
    expect(answer.headers.get('retry-after')).toBe(
      fault.retryAfterSeconds ? String(fault.retryAfterSeconds) : null,
    );
    const other = await client.get('/api/v1/configmaps');
    expect(other.status).toBe(fault.kind ? 200 : status);
    await set(undefined);
    expect((await client.get(thingsPath)).status).toBe(200);
  });

  it('cuts an answer short', async () => {
    await set({ type: 'truncated', kind: 'things' });
    await expect(client.get(thingsPath)).rejects.toThrow('terminated');
    expect((await client.get(kubeSystem)).status).toBe(200);
  });

  it('answers slowly, but answers', async () => {
    await set({ type: 'slow', delayMs: 20 });
    expect((await client.get(thingsPath)).status).toBe(200);
  });

  it('refuses connections and comes back at the same address', async () => {
    const stream = await client.watch(`${thingsPath}?watch=true`);
    await stream.next();
    await set({ type: 'refuse' });
    await expect(stream.next()).rejects.toThrow('terminated');
    await expect(client.get(thingsPath)).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
    await set(undefined);
    expect((await client.get(thingsPath)).status).toBe(200);
  });

  it('falls silent, freezes open watches, and hangs up when it wakes', async () => {
    const stream = await client.watch(`${thingsPath}?watch=true`);
    await stream.next();
    await set({ type: 'silent' });
    fleet.cluster('hub').objects.put(thing('b'), { manager: 'test' });
    const frozen = stream.next().catch(error => error.message);
    const unanswered = request(`${fleet.cluster('hub').url}${thingsPath}`, {
      headersTimeout: 1_100,
    });
    await expect(unanswered).rejects.toMatchObject({
      code: 'UND_ERR_HEADERS_TIMEOUT',
    });
    await set(undefined);
    expect(await frozen).toBe('terminated');
    expect((await client.get(thingsPath)).body.items).toHaveLength(2);
  });

  it('shows a certificate of another cluster', async () => {
    await fleet.stop();
    fleet = await startFleet({ tls: true });
    const hub = fleet.cluster('hub');
    const { clusters } = parse(fleet.kubeconfig());
    const ca = Buffer.from(
      clusters[0].cluster['certificate-authority-data'],
      'base64',
    ).toString();
    const dispatcher = new Agent({ connect: { ca } });
    const get = () =>
      request(`${hub.url}/version`, {
        dispatcher,
        headers: { authorization: `Bearer ${hub.token('reader')}` },
      });
    const { statusCode, body } = await get();
    expect(statusCode).toBe(200);
    await body.dump();
    await set({ type: 'tls-mismatch' });
    await expect(get()).rejects.toMatchObject({
      code: expect.stringMatching(/SELF_SIGNED|ALTNAME/),
    });
    await set(undefined);
    expect((await get()).statusCode).toBe(200);
    const { bytesIn, bytesOut } = hub.traffic();
    expect(bytesIn).toBeGreaterThan(500);
    expect(bytesOut).toBeGreaterThan(500);
    await dispatcher.destroy();
  });

  it('rebuilds a cluster under its name', async () => {
    const before = (await client.get(kubeSystem)).body.metadata;
    const { metadata } = (await client.get(`${thingsPath}/a`)).body;
    await set({ type: 'rebuilt' });
    const after = (await client.get(kubeSystem)).body.metadata;
    expect(after.uid).not.toBe(before.uid);
    const rebuilt = (await client.get(`${thingsPath}/a`)).body;
    expect(rebuilt.metadata.uid).not.toBe(metadata.uid);
    expect(rebuilt.metadata.resourceVersion).not.toBe(metadata.resourceVersion);
    expect(rebuilt.spec).toEqual({ size: 1 });
  });

  it('restores a cluster from a backup', async () => {
    const { objects } = fleet.cluster('hub');
    const before = (await client.get(thingsPath)).body;
    objects.put({ ...thing('a'), spec: { size: 2 } }, { manager: 'test' });
    objects.put(thing('b'), { manager: 'test' });
    objects.undefine('example.org');
    await set({ type: 'restored' });
    const after = (await client.get(thingsPath)).body;
    expect(after).toEqual(before);
  });
});
