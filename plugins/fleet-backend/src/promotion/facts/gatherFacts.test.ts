import { pipelineSchema } from '../../clusters/config/pipelineSchema';
import {
  databaseNames,
  useDatabases,
} from '../../store/__testUtils__/databases';
import { bookingsFiles } from '../__fixtures__/bookings';
import { chartOverlay } from '../__fixtures__/charts';
import { followFleet, type FollowedFleet } from '../__testUtils__/followFleet';
import { gatherFacts } from './gatherFacts';

const staging = 'apps/bookings/overlays/staging';
const file = `${staging}/kustomization.yaml`;
const minuteMs = 60_000;

describe.each(databaseNames)('gatherFacts on %s', name => {
  const databases = useDatabases();
  let followed: FollowedFleet;

  async function follow(options?: Parameters<typeof followFleet>[1]) {
    followed = await followFleet(await databases.create(name), options);
  }
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

  function commit(message: string, files: Record<string, string>) {
    return followed.git.host.commit('platform/fleet', {
      branch: 'main',
      message,
      files,
      at: new Date('2026-01-02T00:00:00Z'),
    });
  }

  /** Takes a look that many minutes from now. */
  async function lookIn(minutes: number, happens?: () => Promise<void>) {
    const { fleet } = followed;
    fleet.now = new Date(Date.now() + minutes * minuteMs);
    await happens?.();
    await fleet.store.promotions.sweep();
    return fleet.now.toISOString();
  }

  it('lets a version soak from when its cluster was seen to run what Git says, however old its commit and its health are', async () => {
    await follow();
    const { fleet, run, turn } = followed;
    await run('stg', staging, '1.5.0');
    await turn();
    const first = fleet.now.toISOString();
    expect(await soakingSince()).toBe(first);

    const next = bookingsFiles[file].replace('1.5.0', '1.6.0');
    await commit('Bring 1.6.0', { [file]: next });
    await turn();
    expect(await soakingSince()).toBeUndefined();
    // Suspended for an hour, it applies it in the end, and was well all the time.
    const arrived = await lookIn(60, () => run('stg', staging, '1.6.0'));
    expect(await soakingSince()).toBe(arrived);

    // What brings no other version changes nothing of that.
    await commit('Say why', { [file]: `${next}# why\n` });
    await turn();
    expect(await soakingSince()).toBe(arrived);

    await lookIn(62, () => run('stg', staging, '1.4.9'));
    expect(await soakingSince()).toBeUndefined();
    const back = await lookIn(64, () => run('stg', staging, '1.6.0'));
    expect(await soakingSince()).toBe(back);
  });

  it('goes by the commit that is applied where no image tells, as of charts', async () => {
    await follow({
      files: {
        ...chartOverlay('staging', '1.0.0'),
        ...chartOverlay('production', '1.0.0'),
      },
      pipeline: pipelineSchema.parse({
        name: 'standard',
        stages: [{ environment: 'staging' }, { environment: 'production' }],
      }),
    });
    const { config, git, run, turn } = followed;
    const apply = async (revision: string) =>
      run('stg', staging, '7.7.7', {
        application: { revision: `main@sha1:${revision}` },
      });
    const { host, repository } = git.hosts.find(config.url);
    const first = await host.headOf(repository, 'main');
    await apply(first);
    await commit('Say who', { 'README.md': 'Us' });
    await turn();
    const fetched = await host.headOf(repository, 'main');
    await commit('Bring 2.0.0', chartOverlay('staging', '2.0.0'));
    await turn();
    expect(await soakingSince()).toBeUndefined();
    // What was fetched before takes long to become ready.
    await lookIn(10, () => apply(fetched));
    expect(await soakingSince()).toBeUndefined();

    const head = await host.headOf(repository, 'main');
    const arrived = await lookIn(2, () => apply(head));
    expect(await soakingSince()).toBe(arrived);
    // Others commit all the time.
    await commit('Change something else', { 'README.md': 'Fleet' });
    await turn();
    await lookIn(4, () => apply(head));
    expect(await soakingSince()).toBe(arrived);
  });
});
