import { useDatabases } from '../../store/__testUtils__/databases';
import { bookingsFiles } from '../__fixtures__/bookings';
import { followFleet, type FollowedFleet } from '../__testUtils__/followFleet';
import { gatherFacts } from './gatherFacts';

const staging = 'apps/bookings/overlays/staging';
const file = `${staging}/kustomization.yaml`;

describe('gatherFacts', () => {
  const databases = useDatabases();
  let followed: FollowedFleet;

  beforeEach(async () => {
    followed = await followFleet(await databases.create('SQLite'));
  });
  afterEach(() => followed.git.host.stop());

  async function soakingSince() {
    const { fleet, pipeline } = followed;
    const facts = await gatherFacts(
      fleet.store,
      {
        pipeline: (await pipeline())!,
        action: 'promote',
        from: 'staging',
        to: 'production',
        moves: [],
      },
      { now: fleet.now },
    );
    return facts.soakingSince.stg;
  }

  it('lets a version soak from when Git was seen to say it, however old its commit is', async () => {
    const { git, fleet, run, turn } = followed;
    await run('stg', staging, '1.5.0');
    await turn();
    const { changedAt } = (await followed.pipeline())!.stages[0].overlays[0];
    expect(await soakingSince()).toBe(changedAt);

    const { host } = git;
    const commit = (message: string, text: string, at: string) =>
      host.commit('platform/fleet', {
        branch: 'main',
        message,
        files: { [file]: text },
        at: new Date(at),
      });
    const next = bookingsFiles[file].replace('1.5.0', '1.6.0');
    await commit('Bring 1.6.0', next, '2026-01-02T00:00:00Z');
    await run('stg', staging, '1.6.0');
    await turn();
    const read = fleet.now.toISOString();
    expect(await soakingSince()).toBe(read);

    // What brings no other version changes nothing of that.
    await commit('Say why', `${next}# why\n`, '2026-01-03T00:00:00Z');
    await turn();
    expect(await soakingSince()).toBe(read);
  });
});
