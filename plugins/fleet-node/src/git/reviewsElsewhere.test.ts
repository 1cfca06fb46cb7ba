import { connect, order } from './__testUtils__/createDemo';
import { startEmulate } from './__testUtils__/startEmulate';

jest.setTimeout(120_000);

/** What another's idea of GitHub tells of a pull request; the demo's own host is the one of the other tests. */
describe('GitReviews with emulate', () => {
  let emulate: Awaited<ReturnType<typeof startEmulate>>;

  beforeEach(async () => {
    emulate = await startEmulate();
  });
  afterEach(() => emulate.stop());

  it('reads and writes what it has, and fails in words where it has nothing', async () => {
    const { host, repository } = connect(emulate.apiUrl);
    const { pullRequest } = await host.propose(repository, order);
    const { number, head } = pullRequest;

    expect(await host.reviews(repository, number)).toEqual([]);
    expect((await host.pullRequestCommits(repository, number)).at(-1)).toEqual(
      expect.objectContaining({
        revision: head,
        author: 'fleet-bot',
        verified: false,
        reason: 'unsigned',
      }),
    );
    expect(
      await host.ownersOf(repository, {
        revision: 'main',
        paths: ['README.md'],
      }),
    ).toEqual({ rules: [] });
    expect(await host.teamMembers(repository, 'sre')).toBeUndefined();
    expect(
      await host.lastCommits(repository, {
        revision: head,
        paths: ['README.md'],
      }),
    ).toMatchObject({ 'README.md': { title: 'Initial commit' } });
    await host.updatePullRequest(repository, number, { body: 'Because' });
    expect(await host.pullRequest(repository, number)).toMatchObject({
      body: 'Because',
    });

    // It emulates no commit statuses. Its branches tell nothing of their protection either, which GitHub's always do.
    await expect(
      host.setStatus(repository, {
        revision: head,
        context: 'fleet/gates',
        state: 'pending',
        description: 'Waits',
      }),
    ).rejects.toMatchObject({ problem: 'not-found' });
  });
});
