import { files, folder } from '../__testUtils__/files';
import { claimOf, clusterOf } from '../__testUtils__/records';
import { TestScaffolder } from '../__testUtils__/TestScaffolder';

describe('fleet:claim:copy', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files });
    scaffolder.fleet.claims = [claimOf('staging-1')];
    scaffolder.fleet.clusters = [clusterOf('staging-1')];
  });
  afterEach(() => scaffolder.stop());

  const copy = (input: object) => ({
    action: 'fleet:claim:copy',
    input: { cluster: 'staging-1', ...input },
  });

  it('writes a successor beside a cluster', async () => {
    const { output, log } = await scaffolder.run(
      copy({ name: 'staging-1-green', version: '1.36' }),
    );
    expect(output).toMatchObject({
      path: `${folder}/staging-1-green.yaml`,
      claimId: 'id-of-staging-1-green',
    });
    expect(log).toContain('+  name: staging-1-green\n');
    expect(log).toContain('+    version: "1.36" # until autumn\n');
  });

  it('takes no name that is there', async () => {
    scaffolder.fleet.claims.push(claimOf('staging-4'));
    for (const [name, words] of [
      ['staging-3', 'already: take another name'],
      ['staging-4', 'there is a KubernetesCluster staging-4 already'],
      ['../staging', 'Invalid input'],
    ]) {
      const { status, log } = await scaffolder.run(copy({ name }));
      expect(status).toBe('failed');
      expect(log).toContain(words);
    }
  });
});
