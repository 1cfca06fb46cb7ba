import { outage, rateLimited, type GitHost } from '@fleetcommander/demo-fleet';
import {
  changeBranch,
  describeChange,
  type GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import {
  claimRules,
  clusterClaim,
  composite,
} from '../../store/__fixtures__/claims';
import { cluster, kustomization } from '../../store/__fixtures__/records';
import {
  databaseNames,
  useDatabases,
} from '../../store/__testUtils__/databases';
import {
  everything,
  FleetFixture,
} from '../../store/__testUtils__/FleetFixture';
import { loginsOf } from '../../promotion/__testUtils__/loginsOf';
import { GitStage } from '../__testUtils__/GitStage';
import { PullRequestFollower } from './PullRequestFollower';

const folder = 'infrastructure/claims/staging';

function manifest(name: string, more = '') {
  return `# Ordered in the portal
apiVersion: platform.example.org/v1alpha1
kind: KubernetesCluster
metadata:
  name: ${name}
  namespace: fleet-system
spec:
  environment: staging
  region: eu-central-1
  adminPassword: hunter2
  kubernetes: { version: '1.35' }
${more}`;
}

describe.each(databaseNames)('PullRequestFollower on %s', name => {
  const databases = useDatabases();
  let stage: GitStage;
  let host: GitHost;
  let fleet: FleetFixture;
  let hosts: GitHosts;
  let config: RepositoryConfig;
  let follower: PullRequestFollower;

  beforeEach(async () => {
    stage = await GitStage.start({
      [`${folder}/staging-eu-1.yaml`]: manifest('staging-eu-1'),
      [`${folder}/kustomization.yaml`]: 'resources: [staging-eu-1.yaml]',
      'apps/web/deployment.yaml': 'kind: Deployment',
    });
    ({ host, hosts, config } = stage);
    fleet = await FleetFixture.create(await databases.create(name), {
      claims: claimRules,
    });
    fleet.now = new Date();
    await fleet.syncClusters([cluster('hub', { hub: true })]);
    follow();
  });
  afterEach(() => host.stop());

  function follow() {
    follower = new PullRequestFollower({
      repositories: [config],
      hosts,
      store: fleet.store.claims,
      logins: loginsOf(),
    });
  }

  async function turn() {
    fleet.now = new Date();
    await follower.turn(fleet.now);
    await fleet.store.claims.sweep();
  }

  async function claimOf(claim: string) {
    const { items } = await fleet.store.claims.list({
      access: everything,
      filter: [{ name: [claim] }],
    });
    return items[0];
  }

  async function steps(claim: string) {
    const { id } = await claimOf(claim);
    const detail = await fleet.store.claims.getDetail(id, everything);
    return Object.fromEntries(
      detail!.steps.map(({ step, state, summary }) => [
        step,
        `${state}: ${summary}`,
      ]),
    );
  }

  async function propose(
    subject: string,
    files: { path: string; text?: string }[],
    token?: string,
  ) {
    const found = hosts.find(config.url, { token });
    const { pullRequest } = await found.host.propose(found.repository, {
      branch: changeBranch({ action: 'order', subject }),
      title: `Order ${subject}`,
      body: describeChange('Please', {
        action: 'order',
        requester: 'user:default/ada',
      }),
      files,
    });
    return pullRequest.number;
  }

  it('follows a claim from its pull request to the hub', async () => {
    await turn();
    expect(await claimOf('staging-eu-1')).toMatchObject({
      cluster: 'hub',
      step: 'claimed',
      stepState: 'active',
      source: {
        path: `${folder}/staging-eu-1.yaml`,
        url: `${config.url}/blob/HEAD/${folder}/staging-eu-1.yaml`,
      },
    });

    const number = await propose('staging-eu-2', [
      { path: `${folder}/staging-eu-2.yaml`, text: manifest('staging-eu-2') },
      { path: 'apps/web/deployment.yaml', text: 'kind: StatefulSet' },
    ]);
    await turn();
    const ordered = await claimOf('staging-eu-2');
    expect(ordered).toMatchObject({
      state: 'progressing',
      step: 'merged',
      makesCluster: 'staging-eu-2',
      environment: 'staging',
      version: '1.35',
      pullRequests: [
        {
          number,
          change: 'create',
          requester: 'user:default/ada',
          author: 'fleet-bot',
          approvals: 0,
          summary: 'it waits for an approval',
        },
      ],
    });
    const detail = await fleet.store.claims.getDetail(ordered.id, everything);
    expect(detail!.spec).toMatchObject({ region: 'eu-central-1' });
    expect(JSON.stringify(await fleet.database('claim_files'))).not.toContain(
      'hunter2',
    );

    await stage.approve(number);
    await turn();
    expect(await steps('staging-eu-2')).toMatchObject({
      merged: 'active: it can be merged',
    });
    await stage.merge(number);
    await fleet.poll('hub', [
      kustomization({
        name: 'claims',
        state: 'failing',
        summary: 'cannot be applied',
        message: 'KubernetesCluster staging-eu-2 is invalid',
        sources: [{ type: 'git', url: config.url, path: './infrastructure' }],
        sourceRef: undefined,
      }),
    ]);
    await turn();
    expect(await steps('staging-eu-2')).toMatchObject({
      'pull-request': `done: #${number}, opened by fleet-bot`,
      merged: `done: #${number} was merged by grace.`,
      claimed:
        'failing: Kustomization flux-system/claims cannot apply it: KubernetesCluster staging-eu-2 is invalid',
    });

    await fleet.poll('hub', [
      clusterClaim({ name: 'staging-eu-2' }),
      composite({ name: 'staging-eu-2-x' }),
    ]);
    await turn();
    // It is the same one, before and after.
    expect(await claimOf('staging-eu-2')).toMatchObject({
      id: ordered.id,
      step: 'provisioning',
      pullRequests: [],
    });
  });

  it('looks at no cluster for a claim that is only proposed', async () => {
    await fleet.syncClusters([
      cluster('hub', { hub: true }),
      cluster('prod-1'),
    ]);
    await fleet.poll('prod-1', [kustomization({ name: 'platform-base' })]);
    const number = await propose('prod-1', [
      { path: `${folder}/prod-1.yaml`, text: manifest('prod-1') },
    ]);
    await turn();
    const proposed = await claimOf('prod-1');
    expect(proposed.clusterEntityRef).toBeUndefined();
    expect(await steps('prod-1')).toMatchObject({
      'control-plane': 'waiting: Begins with provisioning.',
      bootstrap: 'waiting: Can be seen once prod-1 is in the fleet.',
      joined: 'waiting: Begins when the control plane is up.',
    });

    await stage.approve(number);
    await stage.merge(number);
    await turn();
    expect((await steps('prod-1')).joined).toContain('done: prod-1');
  });

  it('asks once, and tells from Git again what was lost', async () => {
    const number = await propose('staging-eu-1', [
      { path: `${folder}/staging-eu-1.yaml` },
    ]);
    await turn();
    const asked = host.requests.length;
    await turn();
    const again = host.requests.slice(asked);
    expect(again.filter(({ status }) => status !== 304)).toEqual([]);
    const before = await claimOf('staging-eu-1');
    expect(before.pullRequests).toMatchObject([{ number, change: 'delete' }]);

    for (const table of [
      'claims',
      'claim_files',
      'pull_requests',
      'git_repositories',
    ]) {
      await fleet.database(table).delete();
    }
    follow();
    await turn();
    expect(await claimOf('staging-eu-1')).toMatchObject({
      id: before.id,
      pullRequests: before.pullRequests,
    });
  });

  it('says what was closed by hand, and forgets what Git no longer has', async () => {
    const path = `${folder}/staging-eu-2.yaml`;
    const number = await propose('staging-eu-2', [
      { path, text: manifest('staging-eu-2') },
    ]);
    await turn();
    await stage.close(number);
    await turn();
    expect(await claimOf('staging-eu-2')).toMatchObject({
      state: 'failing',
      summary: `Merged: #${number} was closed without being merged.`,
    });
    fleet.now = new Date(Date.now() + 8 * 24 * 60 * 60_000);
    await fleet.store.claims.sweep();
    expect(await claimOf('staging-eu-2')).toBeUndefined();
  });

  it('tells who asked for what of our own pull requests alone, and nothing of those of forks', async () => {
    const order = (claim: string, token?: string) =>
      propose(
        claim,
        [{ path: `${folder}/${claim}.yaml`, text: manifest(claim) }],
        token,
      );
    await order('by-hand', 'token-of-grace');
    const number = await order('foreign');
    host.repositories.get('platform/fleet')!.pulls.get(number)!.fork =
      'mallory';
    await turn();
    const { pullRequests } = await claimOf('by-hand');
    expect(pullRequests).toMatchObject([{ author: 'grace' }]);
    expect(pullRequests[0].requester).toBeUndefined();
    expect(await claimOf('foreign')).toBeUndefined();
  });

  it('leaves none of many that ended long ago for good', async () => {
    const number = await propose('old', [
      { path: `${folder}/old.yaml`, text: manifest('old') },
    ]);
    await stage.close(number);
    const { pulls } = host.repositories.get('platform/fleet')!;
    const updatedAt = new Date(Date.now() - 30 * 24 * 60 * 60_000);
    for (let other = number + 1; other <= 60; other += 1) {
      pulls.set(other, { ...pulls.get(number)!, number: other, updatedAt });
    }
    const known = () => fleet.database('pull_requests').pluck('number');
    await turn();
    expect(await known()).toHaveLength(50);
    await turn();
    expect(await known()).toHaveLength(60);
  });

  it('keeps whatever a pull request brings from what becomes of the others', async () => {
    const file = (path: string, text: string) => ({
      path: `${folder}/${path}.yaml`,
      text,
    });
    const long = Array.from({ length: 3_000 }, (_, i) => (i * i).toString(36));
    await propose('hostile', [
      file('nul', manifest('nul').replace('eu-central-1', '"a\\0"')),
      file(
        'twice',
        [
          manifest('twice'),
          manifest('twice').replace('v1alpha1', 'v1'),
          manifest('twice').replace('eu-central-1', 'eu-west-1'),
        ].join('---\n'),
      ),
      file('long', manifest('long').replace('eu-central-1', long.join(''))),
      file('big', `# ${'x'.repeat(300_000)}`),
      file('bigger', `# ${'x'.repeat(2_000_000)}`),
      file(Array(5).fill('d'.repeat(200)).join('/'), manifest('deep')),
    ]);
    await propose('staging-eu-2', [file('eu-2', manifest('staging-eu-2'))]);
    await turn();
    await turn();
    expect(await claimOf('staging-eu-2')).toMatchObject({ step: 'merged' });
    expect(await claimOf('nul')).toMatchObject({ region: 'a\ufffd' });
    expect(await claimOf('twice')).toMatchObject({ region: 'eu-west-1' });
    expect(await claimOf('long')).toMatchObject({ region: undefined });
    expect(await claimOf('deep')).toBeUndefined();
    const key = `fleet.git.repositories: ${config.url} #1 ${folder}`;
    expect(await fleet.store.claims.problems()).toEqual([
      { key: `${key}/big.yaml`, message: 'is larger than 256 KB' },
      { key: `${key}/bigger.yaml`, message: 'is larger than 256 KB' },
      {
        key: expect.stringContaining(`${key}/ddd`),
        message: 'has a path of more than 500 characters',
      },
    ]);
    await stage.close(1);
    await turn();
    expect(await fleet.store.claims.problems()).toEqual([]);
  });

  it('stops for no file that it cannot read, and tells apart why a host does not answer', async () => {
    await propose('odd', [
      { path: `${folder}/odd.yaml`, text: 'a: [\n---\n- b\n---\nkind: 5\n' },
      { path: `${folder}/two.yaml`, text: manifest('staging-eu-3') },
      {
        path: `${folder}/bomb.yaml`,
        text: `a: &a [x,x]\n${'b: [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n'.repeat(1)}`,
      },
    ]);
    await turn();
    expect(await claimOf('staging-eu-3')).toMatchObject({ step: 'merged' });

    host.fail(outage());
    await turn();
    const down = await fleet.store.claims.problems();
    expect(down).toEqual([
      {
        key: `fleet.git.repositories: ${config.url}`,
        message: expect.stringContaining('503'),
      },
    ]);
    expect((await steps('staging-eu-3')).merged).toMatch(
      /^active: #1 was open when Git last answered: .*503/,
    );
    host.fail(rateLimited());
    await turn();
    const asked = host.requests.length;
    await turn();
    expect(host.requests.length).toBe(asked);
    host.heal();
    follow();
    await turn();
    expect(await fleet.store.claims.problems()).toEqual([]);

    await fleet.syncClusters([
      cluster('hub', { hub: true }),
      cluster('hub-2', { hub: true }),
    ]);
    await turn();
    expect(await fleet.store.claims.problems()).toMatchObject([
      { message: expect.stringMatching(/several hubs \(hub, hub-2\)/) },
    ]);
  });
});
