import { mockServices } from '@backstage/backend-test-utils';
import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import { outage } from '@fleetcommander/demo-fleet';
import { claimRules, clusterClaim } from '../../store/__fixtures__/claims';
import { cluster, kustomization, node } from '../../store/__fixtures__/records';
import { useDatabases } from '../../store/__testUtils__/databases';
import {
  everything,
  FleetFixture,
} from '../../store/__testUtils__/FleetFixture';
import { loginsOf } from '../../promotion/__testUtils__/loginsOf';
import { GitStage } from '../__testUtils__/GitStage';
import { PullRequestFollower } from '../git/PullRequestFollower';
import { ClusterUpgrades } from './ClusterUpgrades';

const names = ['stg-1', 'prod-1', 'prod-2'];
const pathOf = (name: string) => `infrastructure/claims/staging/${name}.yaml`;
const requester = 'user:default/ada';

const manifest = (name: string) => `# ${name}, ordered in the portal
apiVersion: platform.example.org/v1alpha1
kind: KubernetesCluster
metadata:
  name: ${name}
  namespace: fleet-system
spec:
  kubernetes:
    version: '1.34' # see the calendar
`;

describe('ClusterUpgrades', () => {
  const databases = useDatabases();
  let stage: GitStage;
  let fleet: FleetFixture;
  let upgrades: ClusterUpgrades;
  let follower: PullRequestFollower;
  /** What each claim on the hub asks for, and what each cluster runs. */
  let asks: Record<string, string>;
  let runs: Record<string, string>;
  let refreshed: string[];

  beforeEach(async () => {
    stage = await GitStage.start(
      Object.fromEntries(names.map(name => [pathOf(name), manifest(name)])),
    );
    fleet = await FleetFixture.create(await databases.create('SQLite'), {
      claims: { ...claimRules, bootstrap: [] },
    });
    fleet.now = new Date();
    await fleet.syncClusters([
      cluster('hub', { hub: true }),
      ...names.map(name => cluster(name)),
    ]);
    asks = Object.fromEntries(names.map(name => [name, '1.34']));
    runs = { ...asks };
    refreshed = [];
    restart();
    await look();
  });
  afterEach(() => stage.host.stop());

  /** As another replica, or after a crash. */
  function restart() {
    const repositories = [stage.config];
    const { hosts } = stage;
    const { claims, upgrades: store } = fleet.store;
    follower = new PullRequestFollower({
      repositories,
      hosts,
      store: claims,
      logins: loginsOf(),
    });
    upgrades = new ClusterUpgrades({
      store,
      hosts,
      now: () => fleet.now,
      repositories,
      rules: claimRules,
      offered: ['1.34', '1.35', '1.36'],
      logger: mockServices.logger.mock(),
      refresh: async name => void refreshed.push(name),
    });
  }

  /** Has everything read: hub, clusters, Git. */
  async function look() {
    await fleet.poll(
      'hub',
      names.map(name =>
        clusterClaim({
          name,
          state: 'healthy',
          summary: 'ready',
          children: [],
          readyAt: '2026-11-20T12:00:00Z',
          spec: { kubernetes: { version: asks[name] } },
        }),
      ),
    );
    for (const name of names) {
      await fleet.poll(
        name,
        [node({ version: `v${runs[name]}.2` }), kustomization()],
        { version: `v${runs[name]}.2` },
      );
    }
    await follower.turn(new Date());
    await fleet.store.claims.sweep();
  }

  async function claimsOf(...wanted: string[]): Promise<Claim[]> {
    const { items } = await fleet.store.claims.list({ access: everything });
    return wanted.map(name => items.find(item => item.name === name)!);
  }

  async function start() {
    return upgrades.start({
      version: '1.35',
      requester,
      waves: [
        { title: 'staging', claims: await claimsOf('stg-1') },
        { title: 'production', claims: await claimsOf('prod-1', 'prod-2') },
      ],
    });
  }

  async function startAll() {
    return upgrades.start({
      version: '1.35',
      requester,
      waves: [{ title: 'all', claims: await claimsOf(...names) }],
    });
  }

  /** Pull requests, as the host counts them. */
  async function opened() {
    const { host, repository } = stage.hosts.find(stage.config.url);
    const { pullRequests } = await host.listPullRequests(repository, {});
    return pullRequests.length;
  }

  async function turn() {
    await upgrades.turn();
    await look();
    await upgrades.turn();
    const [upgrade] = await fleet.store.upgrades.list({ access: everything });
    return {
      ...upgrade,
      states: Object.fromEntries(
        upgrade.waves.flatMap(({ clusters }) =>
          clusters.map(item => [
            item.cluster,
            `${item.state}: ${item.summary}`,
          ]),
        ),
      ),
      number: (name: string) =>
        upgrade.waves
          .flatMap(({ clusters }) => clusters)
          .find(item => item.cluster === name)?.pullRequest?.number ?? 0,
    };
  }

  async function letIn(number: number) {
    await stage.approve(number);
    await stage.merge(number);
  }

  it('opens the pull requests of a wave when the one before is well', async () => {
    await start();
    let upgrade = await turn();
    expect(upgrade.states).toEqual({
      'stg-1': 'pull-request: #1: it waits for an approval',
      'prod-1': 'waiting: waits for its wave',
      'prod-2': 'waiting: waits for its wave',
    });
    expect(upgrade.summary).toBe('0 of 3 run 1.35; at wave staging');
    const [claim] = await claimsOf('stg-1');
    expect(claim.pullRequests).toMatchObject([
      { branch: 'fleet/upgrade/stg-1', change: 'update', requester },
    ]);

    await letIn(upgrade.number('stg-1'));
    expect(await stage.read(pathOf('stg-1'))).toBe(
      manifest('stg-1').replace('1.34', '1.35'),
    );
    restart();
    expect((await turn()).states['stg-1']).toBe(
      'upgrading: waits for the hub to have what Git says',
    );
    asks['stg-1'] = '1.35';
    expect((await turn()).states['stg-1']).toBe(
      'upgrading: its control plane runs v1.34.2',
    );
    expect(new Set(refreshed)).toEqual(new Set(['stg-1']));
    runs['stg-1'] = '1.35';
    upgrade = await turn();
    expect(upgrade.states).toMatchObject({
      'stg-1': 'done: runs 1.35, and is well',
      'prod-1': expect.stringMatching(/^pull-request: /),
      'prod-2': expect.stringMatching(/^pull-request: /),
    });
    upgrade = await turn();
    for (const name of ['prod-1', 'prod-2']) {
      await letIn(upgrade.number(name));
      asks[name] = runs[name] = '1.35';
    }
    expect(await turn()).toMatchObject({
      state: 'done',
      summary: '3 of 3 run 1.35',
      endedAt: expect.any(String),
    });
    expect(await fleet.store.upgrades.running()).toEqual([]);
  });

  it('opens no more while a cluster fails, says why, and goes on when it is well', async () => {
    await start();
    const { number } = await turn();
    await letIn(number('stg-1'));
    asks['stg-1'] = runs['stg-1'] = '1.35';
    await look();
    await fleet.poll('stg-1', [kustomization({ state: 'failing' })], {
      version: 'v1.35.2',
    });
    await upgrades.turn();
    const [upgrade] = await fleet.store.upgrades.list({ access: everything });
    expect(upgrade).toMatchObject({
      state: 'failing',
      summary: expect.stringContaining(
        'stg-1 (runs 1.35, and 1 of its applications are not well: 1 more than before)',
      ),
    });
    expect(upgrade.waves[1].clusters[0].state).toBe('waiting');
    expect((await turn()).states).toMatchObject({
      'stg-1': 'done: runs 1.35, and is well',
      'prod-1': expect.stringMatching(/^pull-request/),
    });
  });

  it('says that a pull request was closed, that Git is away, and stops when told to', async () => {
    await start();
    stage.host.fail(outage());
    await upgrades.turn();
    const [away] = await fleet.store.upgrades.list({ access: everything });
    expect(away).toMatchObject({
      state: 'running',
      waves: [
        {
          clusters: [
            { state: 'waiting', summary: expect.stringContaining('503') },
          ],
        },
        {},
      ],
    });
    stage.host.heal();
    const { id, number } = await turn();
    await stage.close(number('stg-1'));
    expect(await turn()).toMatchObject({
      state: 'failing',
      states: { 'stg-1': 'failing: #1 was closed without being merged' },
    });
    await upgrades.stop(id);
    expect(await turn()).toMatchObject({
      state: 'stopped',
      summary: expect.stringContaining('no more pull requests'),
    });
  });

  it('opens nothing more once it is stopped, and knows what was being opened', async () => {
    const { id } = await startAll();
    const { upgrades: store } = fleet.store;
    const claim = store.claim.bind(store);
    jest.spyOn(store, 'claim').mockImplementation(async wanted => {
      await upgrades.stop(id);
      return claim(wanted);
    });
    expect(await turn()).toMatchObject({
      state: 'stopped',
      waves: [
        {
          clusters: [
            { state: 'pull-request', pullRequest: { number: 1 } },
            { state: 'waiting' },
            { state: 'waiting' },
          ],
        },
      ],
    });
    expect(await opened()).toBe(1);
  });

  it('keeps saying why a pull request cannot be opened, opens no others, and tries again later', async () => {
    await startAll();
    stage.host.fail({
      methods: ['POST'],
      answer: { status: 403, body: { message: 'not accessible by the bot' } },
    });
    const refused = {
      state: 'failing',
      states: {
        'stg-1': expect.stringMatching(/^failing: .*not accessible/),
        'prod-1': 'waiting: waits for its wave',
        'prod-2': 'waiting: waits for its wave',
      },
    };
    expect(await turn()).toMatchObject(refused);
    stage.host.heal();
    expect(await turn()).toMatchObject(refused);
    expect(await opened()).toBe(0);
    fleet.now = new Date(fleet.now.getTime() + 10 * 60_000);
    await upgrades.turn();
    expect(await opened()).toBe(3);
  });

  it('does not end while nodes cannot be told', async () => {
    await start();
    const { number } = await turn();
    await letIn(number('stg-1'));
    asks['stg-1'] = runs['stg-1'] = '1.35';
    await look();
    const state = { ...fleet.collection([node()]).state };
    await fleet.write('stg-1', {
      collections: [
        {
          ...fleet.collection([node()]),
          objects: [],
          listing: { id: 'none', complete: true },
          state: { ...state, outcome: 'not-allowed', message: 'forbidden' },
        },
      ],
    });
    await upgrades.turn();
    const [upgrade] = await fleet.store.upgrades.list({ access: everything });
    expect(upgrade.waves[0].clusters).toMatchObject([
      {
        state: 'upgrading',
        summary: 'runs 1.35; its nodes cannot be told: not allowed: forbidden',
      },
    ]);
  });

  it('refuses what cannot be', async () => {
    const begin = async (version: string, ...wanted: string[]) =>
      upgrades.start({
        version,
        requester,
        waves: [{ title: 'all', claims: await claimsOf(...wanted) }],
      });
    await expect(begin('1.33', 'stg-1')).rejects.toThrow('does not offer');
    await expect(begin('1.36', 'stg-1')).rejects.toThrow(
      'no minor version may be skipped: 1.36 comes after 1.35',
    );
    await expect(begin('latest', 'stg-1')).rejects.toThrow('such as 1.35');
    await expect(begin('1.35', 'stg-1', 'stg-1')).rejects.toThrow('once');
    asks['stg-1'] = '1.36';
    await look();
    await expect(begin('1.35', 'stg-1')).rejects.toThrow(
      'cannot be downgraded',
    );
    await begin('1.35', 'prod-1');
    await expect(begin('1.35', 'prod-1')).rejects.toThrow('stop it first');
  });

  it('shows nobody clusters whose claims they may not see', async () => {
    await start();
    const [claim] = await claimsOf('stg-1');
    const access = {
      ...everything,
      claims: { field: 'environment' as const, values: ['none'] },
    };
    expect(await fleet.store.upgrades.list({ access })).toEqual([]);
    expect(
      await fleet.store.upgrades.list({
        access: everything,
        cluster: claim.name,
      }),
    ).toHaveLength(1);
  });
});
