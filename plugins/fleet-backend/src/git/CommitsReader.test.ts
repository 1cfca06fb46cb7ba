import { ConfigReader } from '@backstage/config';
import {
  GitHosts,
  type ApplicationRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { GitHost, LocalRepository } from '@fleetcommander/demo-fleet';
import {
  argoApplication,
  cluster,
  gitRepository,
  kustomization,
} from '../store/__fixtures__/records';
import { databaseNames, useDatabases } from '../store/__testUtils__/databases';
import { everything, FleetFixture } from '../store/__testUtils__/FleetFixture';
import { CommitsReader } from './CommitsReader';

describe.each(databaseNames)('commits that clusters lack, in %s', name => {
  const databases = useDatabases();
  let fleet: FleetFixture;
  let repository: LocalRepository;
  let host: GitHost;
  let reader: CommitsReader;
  let first: string;
  let head: string;

  beforeEach(async () => {
    repository = await LocalRepository.create();
    first = await repository.commit(
      {
        'apps/web/base/deployment.yaml': 'replicas: 1\n',
        'apps/web/base/kustomization.yaml': 'resources: [deployment.yaml]\n',
        'apps/web/prod/kustomization.yaml': 'resources: [../base]\n',
        'apps/payments/deployment.yaml': 'replicas: 1\n',
      },
      { message: 'Begin', at: '2026-11-01T10:00:00Z' },
    );
    await repository.commit(
      { 'apps/web/base/deployment.yaml': 'replicas: 2\n' },
      { message: 'Scale web', at: '2026-11-02T10:00:00Z' },
    );
    head = await repository.commit(
      { 'apps/web/prod/patch.yaml': 'replicas: 3\n' },
      { message: 'Scale web in production', at: '2026-11-03T10:00:00Z' },
    );
    host = await GitHost.create({
      people: [{ login: 'fleet-bot', token: 'token' }],
      repositories: { 'acme/fleet': { folder: repository.folder } },
    });
    await host.start();
    const gitHosts = GitHosts.fromConfig(
      new ConfigReader({
        integrations: {
          github: [
            {
              host: 'git.example.org',
              apiBaseUrl: host.apiUrl,
              token: 'token',
            },
          ],
        },
      }),
    );
    fleet = await FleetFixture.create(await databases.create(name), {
      gitHosts,
    });
    await fleet.syncClusters([cluster('prod-1'), cluster('prod-2')]);
    reader = new CommitsReader({
      store: fleet.store,
      hosts: gitHosts,
      now: () => fleet.now.getTime(),
    });
  });
  afterEach(async () => {
    await host.stop();
    await repository.delete();
  });

  /** Nobody applies anything: what Git has on top stays where it is. */
  function web(given: Partial<ApplicationRecord> = {}) {
    return kustomization({
      revision: `main@sha1:${first}`,
      sources: [{ type: 'git', path: './apps/web/prod/' }],
      suspended: true,
      state: 'suspended',
      ...given,
    });
  }

  const payments = (given: Partial<ApplicationRecord> = {}) =>
    web({
      name: 'payments',
      sources: [{ type: 'git', path: 'apps/payments' }],
      ...given,
    });

  async function poll(
    spoke: string,
    applications: ApplicationRecord[],
    url = 'ssh://git@git.example.org/acme/fleet.git',
  ) {
    await fleet.poll(spoke, [
      ...applications,
      gitRepository({
        url,
        ref: 'main',
        revision: `main@sha1:${head}`,
        fetchedAt: '2026-11-20T11:00:00Z',
      }),
    ]);
  }

  async function turn(minutes = 1) {
    fleet.now = new Date(fleet.now.getTime() + minutes * 60_000);
    host.requests.length = 0;
    await reader.turn();
    await fleet.store.sweepDrifts();
  }

  async function behind() {
    const { items } = await fleet.store.listDrifts({
      filter: [{ kind: ['behind'] }],
      access: everything,
    });
    return items;
  }

  it('are counted under the path of an application and what it is made of, once for all clusters', async () => {
    await poll('prod-1', [web(), payments()]);
    await poll('prod-2', [web(), payments()], 'git@git.example.org:acme/fleet');
    // It is too early to judge.
    expect(await behind()).toEqual([]);

    await turn();
    const found = await behind();
    expect(found.map(drift => [drift.cluster, drift.title]).sort()).toEqual([
      ['prod-1', 'web'],
      ['prod-2', 'web'],
    ]);
    expect(found[0]).toMatchObject({
      summary: 'Git has moved on by 2 commits, and the cluster has not.',
      since: '2026-11-02T10:00:00.000Z',
      from: JSON.stringify(`main@${first.slice(0, 7)}`),
      to: JSON.stringify(head.slice(0, 7)),
      links: [
        { title: 'Scale web in production', url: expect.any(String) },
        { title: 'Scale web', url: expect.any(String) },
        { title: 'All changes since', url: expect.any(String) },
      ],
    });
    const asked = host.requests.map(({ url }) => url);
    expect(asked.filter(url => url.endsWith('/commits/main'))).toHaveLength(1);
    expect(
      asked.filter(url => url.includes('path=apps%2Fweb%2Fprod')),
    ).toHaveLength(2);

    await turn();
    expect(host.requests).toEqual([]);

    await poll('prod-1', [web({ revision: `main@sha1:${head}` })]);
    expect((await behind()).map(drift => drift.cluster)).toEqual(['prod-2']);
    await turn();
    expect(await fleet.store.takeGitQuestions()).toHaveLength(3);
  });

  it('are counted anew a while after the branch has moved', async () => {
    await poll('prod-1', [web(), payments()]);
    await turn();
    await repository.commit(
      { 'apps/payments/deployment.yaml': 'replicas: 2\n' },
      { message: 'Scale payments', at: '2026-11-20T12:00:00Z' },
    );
    await turn(6);
    expect(await behind()).toHaveLength(1);
    await turn(6);
    expect((await behind()).map(drift => drift.title).sort()).toEqual([
      'payments',
      'web',
    ]);
  });

  it('tell what moved where an Application is OutOfSync', async () => {
    const application = (sync: string, revision: string) =>
      argoApplication({
        sync,
        automated: false,
        revision: first,
        sources: [
          {
            type: 'git',
            url: 'https://git.example.org/acme/fleet',
            path: 'apps/payments',
          },
        ],
        drift: { syncRevision: revision, comparedToSpec: true },
      });
    await fleet.poll('prod-1', [application('Synced', first)]);
    await fleet.poll('prod-1', [application('OutOfSync', head)]);
    await turn();
    const { items } = await fleet.store.listDrifts({
      filter: [{ kind: ['behind', 'out-of-sync'] }],
      access: everything,
    });
    // Git moved as it went OutOfSync, but for others.
    expect(items.map(({ kind }) => kind)).toEqual(['out-of-sync']);
  });

  it('are not known where history was rewritten, and why is said', async () => {
    await repository.git(['checkout', '--quiet', '--orphan', 'again']);
    await repository.commit(
      {},
      { message: 'Again', at: '2026-11-04T10:00:00Z' },
    );
    await repository.git(['branch', '--force', 'main', 'again']);
    const lost = '0'.repeat(40);
    await poll('prod-1', [web(), payments({ revision: `main@sha1:${lost}` })]);
    await turn();
    expect(
      (await behind()).map(({ title, summary }) => [title, summary]).sort(),
    ).toEqual([
      ['payments', expect.stringMatching(/path is not known \(.*pruned\)/)],
      ['web', expect.stringMatching(/path is not known \(.*force-pushed\)/)],
    ]);
  });

  it('stand while the host does not answer, and not for ever', async () => {
    await poll('prod-1', [web(), payments()]);
    await turn();
    host.fail({ answer: { status: 404, body: { message: 'Not Found' } } });
    await turn(6);
    expect((await behind()).map(drift => drift.summary)).toEqual([
      expect.stringContaining('there is no acme/fleet on git.example.org'),
      expect.stringContaining('there is no acme/fleet on git.example.org'),
    ]);
    host.heal();
    await turn(6);
    expect(await behind()).toMatchObject([
      { summary: expect.stringContaining('by 2 commits') },
    ]);

    host.fail({
      answer: { status: 401, body: { message: 'Bad credentials' } },
    });
    await turn(6);
    expect(await behind()).toMatchObject([
      { summary: expect.stringContaining('by 2 commits') },
    ]);
    for (let failures = 2; failures <= 5; failures++) {
      await turn(60);
    }
    expect((await behind()).map(drift => drift.summary)).toEqual([
      expect.stringContaining('refuses the credentials'),
      expect.stringContaining('refuses the credentials'),
    ]);
  });

  it('leave a host alone that wants no more', async () => {
    await poll('prod-1', [web(), payments()]);
    host.fail({
      answer: {
        status: 429,
        body: { message: 'Too many requests' },
        headers: { 'retry-after': '3600' },
      },
    });
    await turn();
    expect(host.requests).toHaveLength(1);
    expect(await behind()).not.toEqual([]);
  });
});
