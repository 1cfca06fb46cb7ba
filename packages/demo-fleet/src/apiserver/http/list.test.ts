import type { DemoFleet } from '../../DemoFleet';
import {
  startFleet,
  thing,
  things,
  thingsPath,
  TestClient,
} from '../../__fixtures__/startFleet';

const all = '/apis/example.org/v1/things';
const metadataList =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

const namesIn = (body: any) =>
  body.items.map((item: any) => item.metadata.name);

describe('list', () => {
  let fleet: DemoFleet;
  let client: TestClient;

  beforeEach(async () => {
    fleet = await startFleet({
      populate: cluster => {
        cluster.define([things]);
        for (const name of ['a', 'b', 'c', 'd', 'e']) {
          const tier = name < 'c' ? 'front' : 'back';
          cluster.put(thing(name, { app: name, tier }), { manager: 'test' });
        }
      },
    });
    client = new TestClient(fleet.cluster('hub'));
  });
  afterEach(() => fleet.stop());

  it('pages through one consistent state', async () => {
    const first = (await client.get(`${all}?limit=2`)).body;
    expect(namesIn(first)).toEqual(['a', 'b']);
    expect(first.metadata.remainingItemCount).toBe(3);
    await client.create(thing('bb'));
    await client.send('DELETE', `${thingsPath}/d`);

    const next = encodeURIComponent(first.metadata.continue);
    const second = (await client.get(`${all}?limit=2&continue=${next}`)).body;
    expect(namesIn(second)).toEqual(['c', 'd']);
    expect(second.metadata.resourceVersion).toBe(
      first.metadata.resourceVersion,
    );
    const last = encodeURIComponent(second.metadata.continue);
    const third = (await client.get(`${all}?limit=2&continue=${last}`)).body;
    expect(namesIn(third)).toEqual(['e']);
    expect(third.metadata.continue).toBeUndefined();
    expect(namesIn((await client.get(all)).body)).toEqual([
      'a',
      'b',
      'bb',
      'c',
      'e',
    ]);
  });

  it('expires a page, and offers to go on inconsistently', async () => {
    const first = (await client.get(`${all}?limit=2`)).body;
    await fleet.setFault('hub', { type: 'restarted' });
    await client.create(thing('bb'));
    const next = encodeURIComponent(first.metadata.continue);
    const expired = await client.get(`${all}?limit=2&continue=${next}`);
    expect(expired.status).toBe(410);
    expect(expired.body.reason).toBe('Expired');
    const onward = encodeURIComponent(expired.body.metadata.continue);
    const rest = (await client.get(`${all}?continue=${onward}`)).body;
    expect(namesIn(rest)).toEqual(['c', 'd', 'e']);
  });

  it('selects by labels and fields', async () => {
    const select = async (query: Record<string, string>) =>
      namesIn((await client.get(`${all}?${new URLSearchParams(query)}`)).body);
    expect(await select({ labelSelector: 'tier=front' })).toEqual(['a', 'b']);
    expect(
      await select({ labelSelector: 'app in (a, c),tier!=back,!absent' }),
    ).toEqual(['a']);
    expect(
      await select({ labelSelector: 'app,app notin (a,b),tier==back' }),
    ).toEqual(['c', 'd', 'e']);
    expect(await select({ fieldSelector: 'metadata.name!=c' })).toHaveLength(4);
    const wrong = await client.get(`${all}?fieldSelector=spec.size%3D1`);
    expect(wrong.body).toMatchObject({
      code: 400,
      message: 'field label not supported: spec.size',
    });
  });

  it('selects events by what they are about', async () => {
    const { objects } = fleet.cluster('hub');
    for (const [name, reason] of [
      ['one', 'Started'],
      ['two', 'Failed'],
    ]) {
      objects.put(
        {
          apiVersion: 'v1',
          kind: 'Event',
          metadata: { name, namespace: 'default' },
          reason,
          type: 'Normal',
          involvedObject: { kind: 'Thing', name: 'a' },
        },
        { manager: 'test' },
      );
    }
    const query = new URLSearchParams({
      fieldSelector: 'involvedObject.name=a,reason=Failed',
    });
    const { body } = await client.get(`/api/v1/events?${query}`);
    expect(namesIn(body)).toEqual(['two']);
    // Items of built-in kinds carry no type.
    expect(body.items[0].kind).toBeUndefined();
  });

  it('serves metadata alone, in each version', async () => {
    const { body } = await client.get(`${all}?limit=1`, {
      accept: metadataList,
    });
    expect(body).toMatchObject({
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
      items: [{ kind: 'PartialObjectMetadata', metadata: { name: 'a' } }],
    });
    expect(body.items[0].spec).toBeUndefined();
    const beta = await client.get('/apis/example.org/v1beta1/things');
    expect(beta.body.apiVersion).toBe('example.org/v1beta1');
    expect(beta.body.items[0]).toMatchObject({
      apiVersion: 'example.org/v1beta1',
      kind: 'Thing',
      metadata: { uid: body.items[0].metadata.uid },
      spec: { size: 1 },
    });
  });

  it('refuses revisions from the future and takes those it knows', async () => {
    const { metadata } = (await client.get(all)).body;
    const future = Number(metadata.resourceVersion) + 1000;
    const early = await client.get(`${all}?resourceVersion=${future}`);
    expect(early.status).toBe(504);
    expect(early.body.details.causes[0].reason).toBe('ResourceVersionTooLarge');
    const cached = await client.get(`${all}?resourceVersion=0&limit=2`);
    expect(namesIn(cached.body)).toHaveLength(5);
    const exact = await client.get(
      `${all}?resourceVersion=1&resourceVersionMatch=Exact`,
    );
    expect(exact.status).toBe(410);
  });

  it('compresses long answers only', async () => {
    const short = await client.get(all, { 'accept-encoding': 'gzip' });
    expect(short.headers.get('content-encoding')).toBeNull();
    fleet.cluster('hub').objects.put(
      {
        ...thing('big'),
        spec: { text: 'x'.repeat(200_000) },
      },
      { manager: 'test' },
    );
    const before = fleet.cluster('hub').traffic().bytesOut;
    const long = await client.get(all, { 'accept-encoding': 'gzip' });
    expect(long.headers.get('content-encoding')).toBe('gzip');
    expect(namesIn(long.body)).toContain('big');
    expect(fleet.cluster('hub').traffic().bytesOut - before).toBeLessThan(
      50_000,
    );
  });
});
