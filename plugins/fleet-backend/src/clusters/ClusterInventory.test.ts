import { mockServices } from '@backstage/backend-test-utils';
import type {
  ClusterDefinition,
  ClusterSource,
  ClusterSourceResult,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { ClusterInventory } from './ClusterInventory';

function cluster(
  name: string,
  rest: Partial<ClusterDefinition> = {},
): ClusterDefinition {
  return {
    name,
    url: `https://${name}.example.org`,
    labels: {},
    source: 'test',
    signIn: { provider: 'serviceAccount' },
    ...rest,
  };
}

class ChangingSource implements ClusterSource {
  readonly name: string;
  answer: () => ClusterSourceResult;

  constructor(name: string, ...clusters: ClusterDefinition[]) {
    this.name = name;
    this.answer = () => ({ clusters, problems: [], complete: true });
  }

  async list() {
    return this.answer();
  }
}

class SlowSource extends ChangingSource {
  release = () => {};
  readonly #released = new Promise<void>(resolve => {
    this.release = resolve;
  });

  async list() {
    await this.#released;
    return super.list();
  }
}

function create(sources: ClusterSource[], hub?: string, last?: ClusterSource) {
  const logger = mockServices.logger.mock();
  const inventory = ClusterInventory.create({
    sources,
    last,
    hub,
    problems: [{ key: 'fleet.x', message: 'is not a known key' }],
    logger,
  });
  return { inventory, logger };
}

describe('ClusterInventory', () => {
  it('knows nothing, and says so, until it has looked', () => {
    const { inventory } = create([]);
    expect(inventory.current()).toEqual({
      clusters: [],
      problems: [],
      complete: false,
    });
  });

  it('merges by name, the first source winning, and says so once', async () => {
    const first = new ChangingSource('first', cluster('a', { source: 'one' }));
    const second = new ChangingSource(
      'second',
      cluster('a', { source: 'two' }),
      cluster('b', { labels: { 'fleetcommander.io/hub': 'true' } }),
    );
    const { inventory, logger } = create([first, second]);
    const changes: string[][] = [];
    const end = inventory.onChange(() =>
      changes.push(inventory.current().clusters.map(({ name }) => name)),
    );
    await inventory.refresh();
    await inventory.refresh();
    expect(inventory.get('a')?.source).toBe('one');
    expect(inventory.get('b')?.hub).toBe(true);
    expect(inventory.current()).toMatchObject({
      complete: true,
      problems: [
        { key: 'fleet.x' },
        {
          key: 'two',
          message:
            'cluster a is also named by one, which wins; rename one of them',
        },
      ],
    });
    expect(logger.warn).toHaveBeenCalledTimes(2);
    first.answer = () => ({ clusters: [], problems: [], complete: true });
    await inventory.refresh();
    expect(inventory.get('a')?.source).toBe('two');
    end();
    first.answer = () => ({ clusters: [], problems: [], complete: false });
    await inventory.refresh();
    expect(changes).toEqual([['a'], ['a', 'b'], ['a', 'b']]);
  });

  it('waits for no slow source but before it lets the last one count', async () => {
    const slow = new SlowSource('slow', cluster('a', { source: 'slow' }));
    const last = new ChangingSource(
      'last',
      cluster('a', { source: 'last' }),
      cluster('c'),
    );
    const fast = new ChangingSource('fast', cluster('b'));
    const { inventory } = create([slow, fast], undefined, last);
    const refreshed = inventory.refresh();
    await new Promise(resolve => inventory.onChange(() => resolve(undefined)));
    expect(inventory.current()).toMatchObject({
      clusters: [{ name: 'b' }],
      complete: false,
    });
    slow.release();
    await refreshed;
    expect(inventory.current().complete).toBe(true);
    expect(inventory.current().clusters).toMatchObject([
      { name: 'a', source: 'slow' },
      { name: 'b' },
      { name: 'c' },
    ]);
  });

  it('keeps what a source named when it fails, and calls that incomplete', async () => {
    const failing = new ChangingSource('clouds', cluster('a'));
    const { inventory } = create([
      failing,
      new ChangingSource('x', cluster('b')),
    ]);
    await inventory.refresh();
    failing.answer = () => {
      throw new Error('no route to cloud');
    };
    await inventory.refresh();
    expect(inventory.current()).toMatchObject({
      clusters: [{ name: 'a' }, { name: 'b' }],
      problems: [
        { key: 'fleet.x' },
        { key: 'clouds', message: 'no route to cloud' },
      ],
      complete: false,
    });
  });

  it('leaves out what cannot be a cluster', async () => {
    const { inventory } = create([
      new ChangingSource(
        'x',
        cluster(''),
        cluster('<img src=x>\n'),
        cluster('ftp', { url: 'ftp://a' }),
        cluster('none', { url: '' }),
        cluster('user', { url: 'https://u:p4ss@a.example.org' }),
        cluster('proxied', { proxyUrl: 'socks5://u:p4ss@proxy:1080' }),
        cluster('arn:aws:eks:eu-west-1:1:cluster/good', {
          url: 'https://good',
        }),
      ),
    ]);
    await inventory.refresh();
    const { clusters, problems, complete } = inventory.current();
    expect(clusters.map(({ name }) => name)).toEqual([
      'arn:aws:eks:eu-west-1:1:cluster/good',
    ]);
    expect(problems).toHaveLength(7);
    expect(problems.at(-1)?.message).toMatch(
      /^cluster proxied is behind the proxy socks5:\/\/proxy:1080, and only .* http/,
    );
    expect(JSON.stringify(problems)).not.toContain('p4ss');
    expect(complete).toBe(false);
  });

  it('knows the hub by config', async () => {
    const source = new ChangingSource(
      'x',
      cluster('a', { hub: true }),
      cluster('b'),
    );
    const named = create([source], 'b').inventory;
    await named.refresh();
    expect([named.get('a')?.hub, named.get('b')?.hub]).toEqual([false, true]);
    const misnamed = create([source], 'c').inventory;
    await misnamed.refresh();
    expect(misnamed.current().problems).toContainEqual({
      key: 'fleet.clusters.hub.cluster',
      message: 'no source names a cluster c',
    });
  });
});
