import { file, files, folder } from '../__testUtils__/files';
import { claimFile, claimOf, clusterOf } from '../__testUtils__/records';
import {
  adaToken,
  eveToken,
  TestScaffolder,
} from '../__testUtils__/TestScaffolder';

describe('fleet:claim:update and fleet:pull-request', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files });
    scaffolder.fleet.claims = [claimOf('staging-1')];
    scaffolder.fleet.clusters = [clusterOf('staging-1')];
  });
  afterEach(() => scaffolder.stop());

  const commit = (path: string, text: string) =>
    scaffolder.git.commit('platform/fleet', {
      message: 'Change it',
      files: { [path]: text },
    });
  const repository = () => scaffolder.git.repository('platform/fleet');
  const head = () => scaffolder.git.headOf('platform/fleet', 'main');

  const update = (input: object) => ({
    action: 'fleet:claim:update',
    input: { cluster: 'staging-1', ...input },
  });
  const propose = (input: object = {}) => ({
    action: 'fleet:pull-request',
    input: {
      action: 'scale',
      subject: 'staging-1',
      title: 'Scale staging-1',
      files: '${{ steps["step-0"].output.files }}',
      changes: '${{ steps["step-0"].output.changes }}',
      evidence: '${{ steps["step-0"].output.evidence }}',
      readAt: '${{ steps["step-0"].output.readAt }}',
      claimId: '${{ steps["step-0"].output.claimId }}',
      ...input,
    },
  });
  const larger = update({ nodeGroups: [{ name: 'general', maxSize: 6 }] });

  it('proposes the line that changes, twice in a row as one pull request', async () => {
    const first = await scaffolder.run(larger, propose());
    expect(first).toMatchObject({
      status: 'completed',
      output: {
        outcome: 'opened',
        branch: 'fleet/scale/staging-1',
        pullRequestUrl: `${scaffolder.git.url}/platform/fleet/pull/1`,
        claimUrl:
          'https://portal.example.org/fleet/provisioning/id-of-staging-1',
      },
    });
    const proposed = await scaffolder.git.readFiles(
      'platform/fleet',
      'fleet/scale/staging-1',
    );
    expect(proposed[file]).toBe(
      files[file].replace('maxSize: 4', 'maxSize: 6'),
    );
    expect({ ...proposed, [file]: files[file] }).toEqual(files);
    expect([...repository().pulls.values()]).toMatchObject([
      {
        title: 'Scale staging-1',
        author: 'fleet-bot',
        body: expect.stringContaining(
          '| `spec.nodeGroups[general].maxSize` | `4` | `6` |',
        ),
      },
    ]);

    const branch = () =>
      scaffolder.git.headOf('platform/fleet', 'fleet/scale/staging-1');
    const before = await branch();
    expect(await scaffolder.run(larger, propose())).toMatchObject({
      status: 'completed',
      output: {
        outcome: 'unchanged',
        number: 1,
        summary: `${scaffolder.git.url}/platform/fleet/pull/1 asks for that already: Scale staging-1`,
      },
    });
    expect(await branch()).toBe(before);

    const evenLarger = update({
      nodeGroups: [{ name: 'general', maxSize: 8 }],
    });
    expect(await scaffolder.run(evenLarger, propose())).toMatchObject({
      output: { outcome: 'updated', number: 1 },
    });
  });

  it('shows in a dry run what it would do, and does nothing', async () => {
    const before = scaffolder.git.requests.length;
    const { status, log } = await scaffolder.dryRun(larger, propose());
    expect(status).toBe('completed');
    expect(log).toContain('-      maxSize: 4\n+      maxSize: 6\n');
    expect(log).toContain('Would propose');
    expect(
      scaffolder.git.requests
        .slice(before)
        .filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  });

  it('changes version, groups and addons, and nothing when all is so', async () => {
    const { output } = await scaffolder.run(
      update({
        version: '1.35',
        nodeGroups: [
          {
            name: 'gpu',
            instanceType: 'g6.xlarge',
            minSize: 0,
            maxSize: 1,
            taints: [{ key: 'gpu', value: 'true', effect: 'NoSchedule' }],
          },
        ],
        removeNodeGroups: ['spot'],
        addons: ['observability'],
      }),
    );
    expect(output.changes).toEqual([
      { path: 'spec.kubernetes.version', from: '1.34', to: '1.35' },
      { path: 'spec.nodeGroups[gpu]', to: expect.any(String) },
      { path: 'spec.nodeGroups[spot]', from: expect.any(String) },
      { path: 'spec.addons[]', to: 'observability' },
      { path: 'spec.addons[]', from: 'block-storage' },
    ]);
    expect(scaffolder.fleet.validated.at(-1)?.spec).toEqual({
      cloudProvider: 'aws',
      region: 'eu-west-1',
      environment: 'staging',
      owner: 'group:default/sre',
      kubernetes: { version: '1.35' },
      nodeGroups: [
        {
          name: 'general',
          instanceType: 'm6i.large',
          minSize: 2,
          maxSize: 4,
        },
        {
          name: 'gpu',
          instanceType: 'g6.xlarge',
          minSize: 0,
          maxSize: 1,
          taints: [{ key: 'gpu', value: 'true', effect: 'NoSchedule' }],
        },
      ],
      addons: ['observability'],
    });
    expect(
      await scaffolder.run(
        update({ version: '1.34', addons: ['block-storage'] }),
      ),
    ).toMatchObject({
      status: 'completed',
      output: { changed: false, files: [] },
    });
  });

  it.each<[string, object, string]>([
    ['a downgrade', { version: '1.33' }, 'cannot be downgraded'],
    ['a skipped minor', { version: '1.36' }, 'go to 1.35 first'],
    ['what is no version', { version: 'latest' }, 'is no Kubernetes version'],
    [
      'fewer nodes than run',
      {
        nodeGroups: [{ name: 'general', maxSize: 1 }],
        removeNodeGroups: ['spot'],
      },
      '2 nodes run, and the node groups would have room for 1',
    ],
    [
      'a group that is not there',
      { removeNodeGroups: ['gpu'] },
      'there is no node group gpu: there are general, spot',
    ],
    [
      'a group named twice',
      { nodeGroups: [{ name: 'spot' }], removeNodeGroups: ['spot'] },
      'spot is named twice',
    ],
    ['force without a reason', { version: '1.36', force: true }, 'reason:'],
    ['another cluster', { cluster: 'nowhere' }, 'no claim makes nowhere'],
    ['a name of none', { cluster: '../../etc,a=b' }, 'is no name of a'],
    ['claim and cluster', { claim: 'id-of-staging-1' }, 'not both'],
    [
      'another repository without a token',
      { repositoryUrl: 'https://github.com/acme/other' },
      'is none of fleet.git.repositories',
    ],
  ])('refuses %s', async (_, input, words) => {
    const { status, log } = await scaffolder.run(update(input));
    expect(status).toBe('failed');
    expect(log).toContain(words);
  });

  it('does not guess what a cluster runs that the caller may not see', async () => {
    scaffolder.fleet.clusters = [];
    scaffolder.fleet.hiddenClusters = [clusterOf('staging-1')];
    const change = { version: '1.35', removeNodeGroups: ['spot'] };
    const { status, log } = await scaffolder.run(update(change));
    expect(status).toBe('failed');
    expect(log).toContain(
      'which version staging-1 runs cannot be told: you may not see it',
    );
    expect(log).toContain(
      'how many nodes staging-1 runs cannot be told: you may not see it',
    );
    expect(await scaffolder.run(larger)).toMatchObject({ status: 'completed' });
    scaffolder.fleet.hiddenClusters = [];
    expect(await scaffolder.run(update(change))).toMatchObject({
      status: 'completed',
    });
  });

  it('does what it refused when forced, and says so to reviewers', async () => {
    expect(
      await scaffolder.run(
        update({ version: '1.36', force: true, reason: 'Tried elsewhere' }),
      ),
    ).toMatchObject({
      status: 'completed',
      output: {
        evidence: [expect.stringMatching(/^Forced \(Tried elsewhere\): ver/)],
      },
    });
  });

  it('says all that the hub would not take', async () => {
    scaffolder.fleet.verdict = () => ({
      valid: false,
      errors: [
        { path: 'spec.kubernetes.version', message: 'is none of 1.34' },
        { path: 'spec.region', message: 'is not offered' },
      ],
      unchecked: [{ path: 'spec', rule: 'a > b', why: 'not known' }],
    });
    const { status, log } = await scaffolder.run(update({ version: '1.35' }));
    expect(status).toBe('failed');
    expect(log).toContain('spec.kubernetes.version: is none of 1.34');
    expect(log).toContain('spec.region: is not offered');
    expect(log).toContain('spec: not checked: a > b (not known)');
  });

  it('says what it looked for where Git has it elsewhere', async () => {
    scaffolder.fleet.claims = [claimOf('staging-9'), claimOf('staging-3')];
    const missing = await scaffolder.run(update({ cluster: 'staging-9' }));
    expect(missing.log).toContain(`has no ${folder}/staging-9.yaml`);
    expect(missing.log).toContain('kustomization.yaml, staging-1.yaml');
    await commit(`${folder}/staging-3.yaml`, claimFile('other'));
    const other = await scaffolder.run(update({ cluster: 'staging-3' }));
    expect(other.log).toContain('but KubernetesCluster other');
  });

  it('proposes nothing when the file has changed meanwhile', async () => {
    const readAt = await head();
    await commit(file, files[file].replace('minSize: 2', 'minSize: 3'));
    const { status, log } = await scaffolder.run(larger, propose({ readAt }));
    expect(status).toBe('failed');
    expect(log).toContain(file);
    expect(repository().pulls.size).toBe(0);
  });

  it("takes the user's own token, and says when it may not push", async () => {
    const own = await scaffolder.run(
      larger,
      propose({ token: adaToken, labels: ['clusters'] }),
    );
    expect(own.output).toMatchObject({ outcome: 'opened' });
    expect([...repository().pulls.values()]).toMatchObject([{ author: 'ada' }]);
    const foreign = await scaffolder.run(
      larger,
      propose({ token: eveToken, subject: 'other' }),
    );
    expect(foreign.status).toBe('failed');
    expect(foreign.log).not.toContain(eveToken);
  });

  it.each<[string, object, string]>([
    ['a path out of it', { files: ['../../etc/passwd'] }, 'is not plain'],
    [
      'a file from outside of the workspace',
      { files: [{ from: '../secrets', to: 'a.yaml' }] },
      'outside',
    ],
    ["Git's own folder", { deletions: ['.GIT/config'] }, "Git's own folder"],
    ['a file that is not there', { files: ['a.yaml'] }, 'there is no file'],
    ['nothing', { files: [] }, 'Neither files nor deletions'],
    ['a title of two lines', { title: 'a\nb' }, 'title'],
  ])('does not propose %s', async (_, input, words) => {
    const { status, log } = await scaffolder.run(larger, propose(input));
    expect(status).toBe('failed');
    expect(log).toContain(words);
    expect(repository().pulls.size).toBe(0);
  });
});
