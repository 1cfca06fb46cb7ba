import { pipelineSchema } from '../../clusters/config/pipelineSchema';
import { useDatabases } from '../../store/__testUtils__/databases';
import { chartOverlay } from '../__fixtures__/charts';
import { followFleet, type FollowedFleet } from '../__testUtils__/followFleet';

const name = 'platform/fleet';
describe('promotions of charts', () => {
  const databases = useDatabases();
  let followed: FollowedFleet;

  beforeEach(async () => {
    followed = await followFleet(await databases.create('SQLite'), {
      files: {
        ...chartOverlay('staging', '2.0.0'),
        ...chartOverlay('production', '1.0.0'),
      },
      pipeline: pipelineSchema.parse({
        name: 'standard',
        stages: [{ environment: 'staging' }, { environment: 'production' }],
      }),
    });
  });
  afterEach(() => followed.git.host.stop());

  /** No image tells whether a chart runs: the commit does that is applied. */
  const applied = (revision: string) =>
    followed.run('us', 'apps/bookings/overlays/production', '7.7.7', {
      application: { revision: `main@sha1:${revision}` },
    });

  async function head() {
    const { git, config } = followed;
    const { host, repository } = git.hosts.find(config.url);
    return host.headOf(repository, 'main');
  }

  async function sweepIn(minutes: number) {
    const { fleet } = followed;
    fleet.now = new Date(Date.now() + minutes * 60_000);
    await fleet.store.promotions.sweep();
  }

  it('are nothing to go back to before they were applied', async () => {
    const { git, turn, fleet } = followed;
    await applied(await head());
    await turn();
    await git.host.commit(name, {
      branch: 'main',
      message: 'Bring 1.1.0',
      files: chartOverlay('production', '1.1.0'),
    });
    await turn();
    const ranWell = () =>
      fleet
        .database('promotion_versions')
        .where({ stage: 'production' })
        .orderBy('version')
        .pluck('version');
    await sweepIn(2);
    expect(await ranWell()).toEqual(['1.0.0']);
    fleet.now = new Date(Date.now() + 4 * 60_000);
    await applied(await head());
    await sweepIn(4);
    expect(await ranWell()).toEqual(['1.0.0', '1.1.0']);
  });

  it('are done where a later commit is applied that has them, too', async () => {
    const { fleet, git, turn, promote, promotions, merge } = followed;
    await applied(await head());
    await turn();
    await merge(await promote());
    await turn();
    expect(await promotions()).toMatchObject([
      {
        state: 'rolling-out',
        summary: expect.stringContaining('us: has not applied it yet'),
        moves: [{ kind: 'chart', to: '2.0.0' }],
      },
    ]);
    // What nobody saw may have been fetched before the merge, however late it is applied.
    fleet.now = new Date(Date.now() + 6 * 60_000);
    await applied('c0ffee');
    await sweepIn(6);
    expect(await promotions()).toMatchObject([{ state: 'rolling-out' }]);
    // Others commit all the time: what is applied is neither the merge nor what is newest now.
    const commit = (text: string) =>
      git.host.commit(name, {
        branch: 'main',
        message: 'Change something else',
        files: { 'README.md': text },
      });
    await commit('Fleet');
    await turn();
    await applied(await head());
    await commit('Fleets');
    await turn();
    expect(await promotions()).toMatchObject([{ state: 'done' }]);
  });
});
