import { files } from '../__testUtils__/files';
import { claimOf } from '../__testUtils__/records';
import { TestScaffolder } from '../__testUtils__/TestScaffolder';

describe('fleet.claim.change', () => {
  jest.setTimeout(60_000);

  it.each([
    ['fleet:claim:update', { cluster: 'staging-1', version: '1.35' }],
    ['fleet:claim:delete', { cluster: 'staging-1', force: true, reason: 'x' }],
  ])('is asked for by %s', async (action, input) => {
    const scaffolder = await TestScaffolder.start({
      files,
      denied: 'fleet.claim.change',
    });
    try {
      scaffolder.fleet.claims = [claimOf('staging-1')];
      const { status, log } = await scaffolder.run({ action, input });
      expect(status).toBe('failed');
      expect(log).toContain('You may not change KubernetesCluster staging-1');
      expect(scaffolder.git.requests).toEqual([]);
    } finally {
      await scaffolder.stop();
    }
  });
});
