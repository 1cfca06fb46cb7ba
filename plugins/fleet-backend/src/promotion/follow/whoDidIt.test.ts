import {
  changeBranch,
  describeChange,
  type ChangeNote,
} from '@fleetcommander/backstage-plugin-fleet-node';
import {
  databaseNames,
  useDatabases,
} from '../../store/__testUtils__/databases';
import { everything } from '../../store/__testUtils__/FleetFixture';
import { bookingsFiles } from '../__fixtures__/bookings';
import {
  followFleet,
  requester,
  type FollowedFleet,
} from '../__testUtils__/followFleet';

const grace = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'grace.hopper',
    annotations: { 'github.com/user-login': 'grace' },
  },
  spec: {},
};
const asGrace = 'user:default/grace.hopper';

describe.each(databaseNames)('who did it, on %s', databaseName => {
  const databases = useDatabases();
  let followed: FollowedFleet;

  beforeEach(async () => {
    followed = await followFleet(await databases.create(databaseName), {
      users: [grace],
    });
    await followed.turn();
  });
  afterEach(() => followed.git.host.stop());

  async function propose(
    note: ChangeNote,
    files: { path: string; text: string }[],
  ) {
    const { hosts, config } = followed.git;
    const { host, repository } = hosts.find(config.url);
    const { pullRequest } = await host.propose(repository, {
      branch: changeBranch({ action: note.action, subject: 'it' }),
      title: 'Do it',
      body: describeChange('Please', note),
      files,
    });
    return pullRequest.number;
  }

  async function events(type: string[]) {
    const { items } = await followed.fleet.store.promotions.listEvents({
      access: everything,
      filter: [{ type }],
      orderField: { field: 'at', order: 'asc' },
    });
    return items;
  }

  it('names who asked for a freeze and who merged it, and not the bot that opened it', async () => {
    const number = await propose({ action: 'freeze', requester }, [
      {
        path: 'freezes.yaml',
        text: 'freezes: [{ title: Sale, reason: busy, environments: [production], from: 2026-11-27 }]\n',
      },
    ]);
    await followed.merge(number);
    await followed.turn();

    const [{ author }] = await followed.fleet.store.promotions.freezeFiles();
    expect(author).toBe(requester);
    expect(await events(['freeze-changed'])).toMatchObject([
      {
        actor: requester,
        summary: `grace.hopper (grace in Git) merged #${number}: Do it`,
        url: expect.stringContaining(`/pull/${number}`),
      },
    ]);
  });

  it('names whose commit it is where there was no pull request', async () => {
    await followed.git.host.commit('platform/fleet', {
      message: 'Freeze by hand',
      by: 'grace',
      files: { 'freezes.yaml': 'freezes: []\n' },
    });
    await followed.turn();
    expect(await events(['freeze-changed'])).toMatchObject([
      { actor: asGrace, summary: 'Freeze by hand' },
    ]);
  });

  it('begins the timeline of an application with who created it, and who merged that', async () => {
    const number = await propose(
      { action: 'create', requester, application: 'seats' },
      Object.entries(bookingsFiles).flatMap(([path, text]) =>
        path.startsWith('apps/bookings/')
          ? [{ path: path.replace('bookings', 'seats'), text }]
          : [],
      ),
    );
    await followed.merge(number);
    await followed.turn();

    const told = await events(['requested', 'opened', 'approved', 'merged']);
    expect(told).toMatchObject([
      {
        type: 'requested',
        actor: requester,
        summary: 'seats was asked for',
        application: 'seats',
      },
      { type: 'opened', actor: 'fleet-bot' },
      {
        type: 'approved',
        actor: asGrace,
        summary: `grace.hopper (grace in Git) approved #${number}`,
      },
      { type: 'merged', actor: asGrace },
    ]);
    expect(told[0].promotionId).toBeUndefined();
  });
});
