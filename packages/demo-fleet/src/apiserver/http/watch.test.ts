import type { DemoFleet } from '../../DemoFleet';
import {
  startFleet,
  thing,
  thingsPath,
  TestClient,
} from '../../__fixtures__/startFleet';

const merge = 'application/merge-patch+json';

async function collect(stream: AsyncIterable<any>): Promise<any[]> {
  const collected = [];
  for await (const event of stream) {
    collected.push(event);
  }
  return collected;
}

const brief = (events: any[]) =>
  events.map(event => [event.type, event.object.metadata.name]);

describe('watch', () => {
  let fleet: DemoFleet;
  let client: TestClient;

  beforeEach(async () => {
    fleet = await startFleet({ watchCacheSize: 4, speed: 75_000 });
    client = new TestClient(fleet.cluster('hub'));
  });
  afterEach(() => fleet.stop());

  async function revision(): Promise<string> {
    return (await client.get(thingsPath)).body.metadata.resourceVersion;
  }

  it('streams each change after a revision, in order, and ends cleanly', async () => {
    const start = await revision();
    await client.create(thing('a'));
    await client.patch(`${thingsPath}/a`, merge, { spec: { size: 2 } });
    const stream = await client.watch(
      `${thingsPath}?watch=true&resourceVersion=${start}&timeoutSeconds=1`,
    );
    await client.send('DELETE', `${thingsPath}/a`);
    const events = await collect(stream);
    expect(brief(events)).toEqual([
      ['ADDED', 'a'],
      ['MODIFIED', 'a'],
      ['DELETED', 'a'],
    ]);
    const revisions = events.map(event =>
      Number(event.object.metadata.resourceVersion),
    );
    expect(revisions).toEqual([...revisions].sort((x, y) => x - y));
    expect(revisions[0]).toBeGreaterThan(Number(start));
    expect(events[1].object).toMatchObject({
      apiVersion: 'example.org/v1',
      kind: 'Thing',
      spec: { size: 2 },
    });
  });

  it('begins with the state where no revision is given', async () => {
    await client.create(thing('a', { app: 'a' }));
    await client.create(thing('b', { app: 'b' }));
    for (const query of ['', '&resourceVersion=0']) {
      const events = await collect(
        await client.watch(
          `${thingsPath}?watch=1&timeoutSeconds=1&labelSelector=app%3Db${query}`,
        ),
      );
      expect(brief(events)).toEqual([['ADDED', 'b']]);
    }
    const listing = await client.watch(
      `${thingsPath}?watch=1&timeoutSeconds=1&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan`,
    );
    const events = await collect(listing);
    expect(events.map(event => event.type).slice(0, 3)).toEqual([
      'ADDED',
      'ADDED',
      'BOOKMARK',
    ]);
    expect(events[2].object.metadata.annotations).toEqual({
      'k8s.io/initial-events-end': 'true',
    });
  });

  it('adds and deletes what begins and ceases to match a selector', async () => {
    await client.create(thing('a', { app: 'x' }));
    const stream = await client.watch(
      `${thingsPath}?watch=1&timeoutSeconds=1&labelSelector=app%3Dx&resourceVersion=${await revision()}`,
      {
        accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
      },
    );
    const relabel = (app: string) =>
      client.patch(`${thingsPath}/a`, merge, { metadata: { labels: { app } } });
    await relabel('y');
    await relabel('z');
    await relabel('x');
    const events = await collect(stream);
    expect(brief(events)).toEqual([
      ['DELETED', 'a'],
      ['ADDED', 'a'],
    ]);
    expect(events[0].object).toMatchObject({
      kind: 'PartialObjectMetadata',
      metadata: { labels: { app: 'x' } },
    });
    expect(events[0].object.spec).toBeUndefined();
  });

  it('bookmarks a quiet kind before its watch ends', async () => {
    await fleet.stop();
    fleet = await startFleet();
    client = new TestClient(fleet.cluster('hub'));
    const start = await revision();
    const events = await collect(
      await client.watch(
        `${thingsPath}?watch=1&timeoutSeconds=3&allowWatchBookmarks=true&resourceVersion=${start}`,
      ),
    );
    expect(events).toEqual([
      {
        type: 'BOOKMARK',
        object: {
          apiVersion: 'example.org/v1',
          kind: 'Thing',
          metadata: { resourceVersion: expect.any(String) },
        },
      },
    ]);
    expect(Number(events[0].object.metadata.resourceVersion)).toBeGreaterThan(
      Number(start),
    );
  });

  it('forgets old events once the cache has wrapped', async () => {
    const start = await revision();
    const changeOften = async (times: number) => {
      for (let size = 10; size < 10 + times; size++) {
        await client.patch(`${thingsPath}/a`, merge, { spec: { size } });
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    };
    const watchFromStart = async () =>
      collect(
        await client.watch(
          `${thingsPath}?watch=1&timeoutSeconds=1&resourceVersion=${start}`,
        ),
      );
    await client.create(thing('a'));
    await changeOften(3);
    expect(await watchFromStart()).toHaveLength(4);
    await changeOften(1);
    const [event, ...more] = await watchFromStart();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'ERROR',
      object: {
        kind: 'Status',
        code: 410,
        reason: 'Expired',
        message: expect.stringMatching(
          /^too old resource version: \d+ \(\d+\)$/,
        ),
      },
    });
  });

  it('answers a revision from the future with silence', async () => {
    const future = Number(await revision()) + 1000;
    const stream = await client.watch(
      `${thingsPath}?watch=1&timeoutSeconds=1&resourceVersion=${future}`,
    );
    await client.create(thing('a'));
    expect(await collect(stream)).toEqual([]);
  });
});
