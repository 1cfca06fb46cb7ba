import { GitHost } from '@fleetcommander/demo-fleet';
import { connect, createDemo, name, order } from './__testUtils__/createDemo';

jest.setTimeout(120_000);

/** More than a page of what its machines say. */
const many = 150;
const tooMany = 1000;

describe('lists of a Git host', () => {
  let demo: GitHost;
  beforeEach(async () => {
    demo = await createDemo();
  });
  afterEach(() => demo.stop());

  const open = async () => {
    const { host, repository } = connect(demo.apiUrl);
    const { pullRequest } = await host.propose(repository, order);
    return { host, repository, pullRequest };
  };
  /** As many as somebody who floods it posts, the last of them failed. */
  const report = (sha: string, count: number) => {
    const { checkRuns, statuses } = demo.repository(name);
    for (let i = 1; i <= count; i++) {
      const word = i === count ? 'failure' : 'success';
      checkRuns.push({
        id: demo.nextId(),
        sha,
        name: `run ${i}`,
        status: 'completed',
        conclusion: word,
        startedAt: new Date(),
      });
      statuses.push({
        id: demo.nextId(),
        sha,
        context: `status ${i}`,
        state: word,
        creator: 'ada',
        createdAt: new Date(),
      });
    }
  };

  it('reads what failed on a later page of checks, too', async () => {
    const { host, repository, pullRequest } = await open();
    report(pullRequest.head, many);
    const { checks, checksUnknown } = await host.standing(
      repository,
      pullRequest,
    );
    expect(checksUnknown).toBeUndefined();
    expect(checks).toHaveLength(2 * many);
    expect(checks.filter(({ state }) => state === 'failed')).toHaveLength(2);
  });

  it('does not know what checks say where there are more than it reads', async () => {
    const { host, repository, pullRequest } = await open();
    report(pullRequest.head, tooMany);
    expect(await host.standing(repository, pullRequest)).toMatchObject({
      checks: [],
      checksUnknown: expect.stringMatching(
        /1000 check runs or more.*1000 commit statuses or more/,
      ),
    });
    // What is said over by others is said again all the same.
    await host.setStatus(repository, {
      revision: pullRequest.head,
      context: 'fleet/gates',
      state: 'failed',
      description: 'Shut',
    });
    expect(demo.repository(name).statuses.at(-1)).toMatchObject({
      context: 'fleet/gates',
      state: 'failure',
    });
  });

  it('takes no flood of reviews for all of them', async () => {
    const { host, repository, pullRequest } = await open();
    const { reviews } = demo.repository(name).pulls.get(pullRequest.number)!;
    for (let i = 0; i < tooMany; i++) {
      reviews.push({
        id: demo.nextId(),
        author: 'ada',
        state: 'COMMENTED',
        body: 'Hm',
        commit: pullRequest.head,
        submittedAt: new Date(),
      });
    }
    await expect(
      host.reviews(repository, pullRequest.number),
    ).rejects.toMatchObject({
      problem: 'broken-answer',
      message: expect.stringContaining('1000 reviews or more'),
    });
  });
});
