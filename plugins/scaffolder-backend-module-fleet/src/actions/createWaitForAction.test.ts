import { files } from '../__testUtils__/files';
import { applicationOf, claimOf, clusterOf } from '../__testUtils__/records';
import { TestScaffolder } from '../__testUtils__/TestScaffolder';

describe('fleet:wait-for', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files });
    scaffolder.fleet.claims = [claimOf('staging-1')];
    scaffolder.fleet.clusters = [clusterOf('staging-1')];
  });
  afterEach(() => scaffolder.stop());

  const wait = (input: object) => ({ action: 'fleet:wait-for', input });

  it('ends when it is there, and tells of each change once', async () => {
    expect(
      await scaffolder.run(wait({ claim: 'id-of-staging-1' })),
    ).toMatchObject({
      status: 'completed',
      output: { state: 'healthy' },
      log: expect.stringContaining('joined done (4 of 4 ready): Ready'),
    });
    scaffolder.fleet.applications = [applicationOf('apps')];
    const application = { cluster: 'staging-1', name: 'apps' };
    expect(
      await scaffolder.run(wait({ application, revision: '01234567' })),
    ).toMatchObject({ status: 'completed' });
    const late = await scaffolder.run(
      wait({ application, revision: '89abcdef', timeoutMinutes: 0.001 }),
    );
    expect(late.status).toBe('failed');
    expect(late.log).toContain('Not there after 0.001 minutes');
    expect(late.log.match(/Kustomization apps: healthy/g)).toHaveLength(2);
  });

  it('says what fails, and of what there is none', async () => {
    scaffolder.fleet.claims = [
      claimOf('staging-1', {
        state: 'failing',
        step: 'provisioning',
        stepState: 'failing',
        failing: {
          apiVersion: 'eks.aws.upbound.io/v1beta1',
          kind: 'NodeGroup',
          name: 'gpu',
          state: 'failing',
          summary: 'cannot be made',
          message: 'no quota for p5.48xlarge',
          path: [],
        },
      }),
    ];
    const failing = await scaffolder.run(
      wait({ claim: 'id-of-staging-1', timeoutMinutes: 0.001 }),
    );
    expect(failing.log).toContain('NodeGroup gpu: no quota for p5.48xlarge');
    for (const [input, words] of [
      [{ claim: 'none' }, 'There is no claim none'],
      [{}, 'Either claim or application'],
      [{ claim: 'a', timeoutMinutes: 51 }, 'timeoutMinutes'],
    ] as const) {
      const { status, log } = await scaffolder.run(wait(input));
      expect(status).toBe('failed');
      expect(log).toContain(words);
    }
  });
});
