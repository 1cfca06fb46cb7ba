import { files } from '../__testUtils__/files';
import { claimOf, clusterOf } from '../__testUtils__/records';
import { TestScaffolder } from '../__testUtils__/TestScaffolder';

describe('fleet:cluster:upgrade', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files });
    scaffolder.fleet.claims = [claimOf('staging-1')];
    scaffolder.fleet.clusters = [clusterOf('staging-1')];
  });
  afterEach(() => scaffolder.stop());

  const upgrade = (input: object = {}) => ({
    action: 'fleet:cluster:upgrade',
    input: {
      version: '1.35',
      environments: ['development', 'staging'],
      ...input,
    },
  });

  it('begins once, however often it is asked', async () => {
    scaffolder.fleet.claims.push(
      claimOf('development-1', { environment: 'development' }),
      claimOf('staging-2', { version: '1.35' }),
      claimOf('staging-9', { createdAt: undefined }),
      claimOf('production-1', { environment: 'production' }),
    );
    const dry = await scaffolder.dryRun(upgrade());
    expect(dry.log).toContain('development: development-1 from 1.34');
    expect(scaffolder.fleet.started).toEqual([]);
    for (const summary of ['Started:', 'Under way already:']) {
      const { status, log } = await scaffolder.run(upgrade());
      expect(status).toBe('completed');
      expect(log).toContain(summary);
    }
    // The first cluster is done: it is not to be upgraded any more.
    scaffolder.fleet.claims = scaffolder.fleet.claims.map(claim =>
      claim.name === 'development-1' ? { ...claim, version: '1.35' } : claim,
    );
    expect((await scaffolder.run(upgrade())).log).toContain(
      'Under way already:',
    );
    expect(scaffolder.fleet.started).toEqual([
      {
        version: '1.35',
        waves: [
          { title: 'development', claims: ['id-of-development-1'] },
          { title: 'staging', claims: ['id-of-staging-1'] },
        ],
      },
    ]);
  });

  it.each([
    ['what is too far', { version: '1.36' }, 'staging-1: 1.34 cannot be'],
    ['nothing', { environments: ['production'] }, 'no cluster of production'],
    ['one twice', { environments: ['staging', 'staging'] }, 'named twice'],
  ])('does not upgrade %s', async (_, input, words) => {
    const { status, log } = await scaffolder.run(upgrade(input));
    expect(status).toBe('failed');
    expect(log).toContain(words);
    expect(scaffolder.fleet.started).toEqual([]);
  });
});
