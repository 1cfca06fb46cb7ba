import type { DemoFleet } from '../../DemoFleet';
import { startFleet, TestClient } from '../../__fixtures__/startFleet';

const aggregated =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';

describe('discover', () => {
  let fleet: DemoFleet;
  let client: TestClient;

  beforeAll(async () => {
    fleet = await startFleet();
    client = new TestClient(fleet.cluster('hub'));
  });
  afterAll(() => fleet.stop());

  it('tells groups, versions and kinds one by one', async () => {
    expect((await client.get('/api')).body.versions).toEqual(['v1']);
    const { groups } = (await client.get('/apis')).body;
    const group = groups.find((entry: any) => entry.name === 'example.org');
    expect(group).toEqual({
      name: 'example.org',
      versions: [
        { groupVersion: 'example.org/v1', version: 'v1' },
        { groupVersion: 'example.org/v1beta1', version: 'v1beta1' },
      ],
      preferredVersion: { groupVersion: 'example.org/v1', version: 'v1' },
    });
    expect((await client.get('/apis/example.org')).body).toEqual({
      kind: 'APIGroup',
      apiVersion: 'v1',
      ...group,
    });
    expect((await client.get('/apis/example.org/v1')).body).toMatchObject({
      kind: 'APIResourceList',
      groupVersion: 'example.org/v1',
      resources: [
        { name: 'things', kind: 'Thing', namespaced: true },
        { name: 'things/status', kind: 'Thing' },
      ],
    });
    expect((await client.get('/version')).body.gitVersion).toMatch(/^v1\.\d+/);
  });

  it('tells all in one answer, and nothing again to who knows it', async () => {
    const first = await client.get('/apis', { accept: aggregated });
    expect(first.headers.get('content-type')).toBe(
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
    );
    const group = first.body.items.find(
      (item: any) => item.metadata.name === 'example.org',
    );
    expect(group.versions.map((entry: any) => entry.version)).toEqual([
      'v1',
      'v1beta1',
    ]);
    expect(group.versions[0].resources[0]).toEqual({
      resource: 'things',
      responseKind: { group: 'example.org', version: 'v1', kind: 'Thing' },
      scope: 'Namespaced',
      singularResource: 'thing',
      verbs: expect.arrayContaining(['list', 'watch']),
      subresources: [
        {
          subresource: 'status',
          responseKind: { group: 'example.org', version: 'v1', kind: 'Thing' },
          verbs: ['get', 'patch', 'update'],
        },
      ],
    });

    const etag = first.headers.get('etag')!;
    const headers = { accept: aggregated, 'if-none-match': etag };
    expect((await client.get('/apis', headers)).status).toBe(304);
    await client.send(
      'DELETE',
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/things.example.org',
    );
    const changed = await client.get('/apis', headers);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('answers for what is not served as plain text', async () => {
    for (const path of [
      '/apis/absent.example.org',
      '/apis/absent.example.org/v1/things',
      '/apis/apps/v9',
      '/nonsense',
    ]) {
      const answer = await client.get(path);
      expect([answer.status, answer.text]).toEqual([
        404,
        '404 page not found\n',
      ]);
    }
    expect((await client.get('/api/v1/nonsense')).body).toMatchObject({
      reason: 'NotFound',
      message: 'the server could not find the requested resource',
    });
  });
});
