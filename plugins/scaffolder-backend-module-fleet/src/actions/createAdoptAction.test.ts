import type { AdoptionPlan } from '@fleetcommander/backstage-plugin-fleet-common';
import { describeChange } from '@fleetcommander/backstage-plugin-fleet-node';
import { InputError } from '@backstage/errors';
import { TestScaffolder } from '../__testUtils__/TestScaffolder';

const name = 'platform/fleet';
const path = 'apps/web/overlays/production/sizes.yaml';
const before = 'replicas: 2 # for the sales\n';
const adopt = { action: 'fleet:adopt', input: { driftId: 'drift-1' } };

describe('fleet:adopt', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  const planOf = async (): Promise<AdoptionPlan> => {
    const text = before.replace('2', '5');
    return {
      driftId: 'drift-1',
      applicationId: 'id-of-web',
      summary: 'Deployment web: spec.replicas 2 → 5',
      from: '2',
      to: '5',
      repository: `${scaffolder.git.url}/${name}`,
      base: 'main',
      branch: 'fleet/adopt/drift-1',
      readAt: (await scaffolder.git.headOf(name, 'main'))!,
      path,
      line: 1,
      files: [{ path, text, diff: '-replicas: 2\n+replicas: 5\n', url: '' }],
      title: 'Adopt spec.replicas of Deployment web',
      body: describeChange('Why', {
        action: 'adopt',
        requester: 'user:default/mock',
      }),
      warnings: ['Every cluster that gets it gets this value, too'],
    };
  };

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files: { [path]: before } });
    scaffolder.fleet.adoption = planOf;
  });
  afterEach(() => scaffolder.stop());

  it('proposes the line, and says where it is', async () => {
    const dry = await scaffolder.dryRun(adopt);
    expect(dry.log).toContain('+replicas: 5');
    expect(scaffolder.git.repository(name).pulls.size).toBe(0);
    for (const outcome of ['opened', 'unchanged']) {
      const { status, output, log } = await scaffolder.run(adopt);
      expect(status).toBe('completed');
      expect(output).toMatchObject({
        outcome,
        path,
        line: 1,
        pullRequestUrl: `${scaffolder.git.url}/${name}/pull/1`,
      });
      expect(log).toContain(`It will be said in ${path}, line 1`);
    }
    expect(await scaffolder.git.readFiles(name, 'fleet/adopt/drift-1')).toEqual(
      {
        [path]: 'replicas: 5 # for the sales\n',
      },
    );
  });

  it('makes nothing of what cannot be adopted', async () => {
    scaffolder.fleet.adoption = async () => {
      throw new InputError('.data.password looks like a secret');
    };
    const { status, log } = await scaffolder.run(adopt);
    expect(status).toBe('failed');
    expect(log).toContain('.data.password looks like a secret');
    scaffolder.fleet.adoption = async () => ({
      ...(await planOf()),
      files: [],
      nothing: `${path} says so already`,
    });
    expect(await scaffolder.run(adopt)).toMatchObject({
      status: 'completed',
      output: { outcome: 'nothing-to-change' },
    });
    expect(scaffolder.git.repository(name).pulls.size).toBe(0);
  });
});
