import { file, files, folder } from '../__testUtils__/files';
import {
  applicationOf,
  claimFile,
  claimOf,
  clusterOf,
  nodeOf,
} from '../__testUtils__/records';
import { TestScaffolder } from '../__testUtils__/TestScaffolder';

describe('fleet:claim:delete', () => {
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

  const giveBack = (input: object = {}) => ({
    action: 'fleet:claim:delete',
    input: { cluster: 'staging-1', ...input },
  });
  const bootstrap = applicationOf('platform-policies');

  it('takes the claim and its entry out, and says what it looked at', async () => {
    // Proposed alone, and thus not what is meant.
    scaffolder.fleet.claims.unshift(
      claimOf('staging-9', { makesCluster: 'staging-1', createdAt: undefined }),
    );
    scaffolder.fleet.applications = [bootstrap];
    scaffolder.fleet.tree = [
      nodeOf('Bucket', 'logs', { managementPolicies: ['Observe', 'Create'] }),
      nodeOf('ClusterUsage', 'nodes-before-network'),
    ];
    const propose = {
      action: 'fleet:pull-request',
      input: {
        action: 'retire',
        subject: 'staging-1',
        title: 'Retire staging-1',
        files: '${{ steps["step-0"].output.files }}',
        deletions: '${{ steps["step-0"].output.deletions }}',
        evidence: '${{ steps["step-0"].output.evidence }}',
        readAt: '${{ steps["step-0"].output.readAt }}',
      },
    };
    for (const outcome of ['opened', 'unchanged']) {
      expect(
        await scaffolder.run(giveBack({ confirm: 'staging-1' }), propose),
      ).toMatchObject({ status: 'completed', output: { outcome } });
    }
    const left = await scaffolder.git.readFiles(
      'platform/fleet',
      'fleet/retire/staging-1',
    );
    expect(left[file]).toBeUndefined();
    expect(left[`${folder}/kustomization.yaml`]).not.toContain('staging-1');
    expect(left[`${folder}/kustomization.yaml`]).toContain('staging-3.yaml');
    const [{ body }] = [...repository().pulls.values()];
    expect(body).toContain('staging-1 has 1 applications, 1 of them from');
    expect(body).toContain('1 resources stay in the cloud');
    expect(body).toContain('Bucket logs');
    expect(body).toContain('1 usages keep what they protect');
  });

  it('counts what the caller may not see, and does not name it', async () => {
    scaffolder.fleet.applications = [bootstrap, applicationOf('search')];
    scaffolder.fleet.hidden = [applicationOf('payroll')];
    const { status, log } = await scaffolder.run(giveBack());
    expect(status).toBe('failed');
    expect(log).toContain(
      'beside its bootstrap: 2: Kustomization flux-system/search (healthy) and 1 more',
    );
    expect(log).not.toContain('payroll');
    const platform = ['flux-system/sea*', '*/payroll'];
    expect(await scaffolder.run(giveBack({ platform }))).toMatchObject({
      status: 'completed',
    });
    expect(
      await scaffolder.run(giveBack({ force: true, reason: 'All is moved' })),
    ).toMatchObject({ status: 'completed', output: { changed: true } });
  });

  it('does not take silence for nothing', async () => {
    scaffolder.fleet.clusters = [
      clusterOf('staging-1', { unreachable: 'no route to host' }),
    ];
    const { status, log } = await scaffolder.run(giveBack());
    expect(status).toBe('failed');
    expect(log).toContain('is not known: no route to host');
  });

  it('takes a cluster that the caller may not see for a busy one', async () => {
    scaffolder.fleet.clusters = [];
    expect(await scaffolder.run(giveBack())).toMatchObject({
      status: 'completed',
      output: { changed: true },
    });
    scaffolder.fleet.hiddenClusters = [clusterOf('staging-1', { nodes: 41 })];
    const { status, log } = await scaffolder.run(giveBack());
    expect(status).toBe('failed');
    expect(log).toContain(
      'what runs on staging-1 cannot be told: you may not see it',
    );
    expect(log).not.toContain('41');
    expect(
      await scaffolder.run(giveBack({ force: true, reason: 'All is moved' })),
    ).toMatchObject({ status: 'completed', output: { changed: true } });
  });

  it('refuses another name than was confirmed, and a file with more in it', async () => {
    const other = await scaffolder.run(giveBack({ confirm: 'staging-2' }));
    expect(other.log).toContain('"staging-2" is not staging-1');
    await commit(file, `${files[file]}---\n${claimFile('staging-2')}`);
    const shared = await scaffolder.run(giveBack());
    expect(shared.log).toContain('KubernetesCluster staging-2. Give it a');
  });

  it('marks what will go', async () => {
    const { output, log } = await scaffolder.run(
      giveBack({ mark: true, reason: 'Moves: by "December"' }),
    );
    expect(output).toMatchObject({ files: [file], deletions: [] });
    expect(log).toContain('fleetcommander.io/retiring:');
  });

  it('has nothing left to do when it is done', async () => {
    scaffolder.fleet.claims = [claimOf('staging-1', { deleting: true })];
    await scaffolder.git.commit('platform/fleet', {
      message: 'Retire it',
      files: { [file]: undefined },
    });
    expect(await scaffolder.run(giveBack())).toMatchObject({
      status: 'completed',
      output: { changed: false },
    });
  });
});
