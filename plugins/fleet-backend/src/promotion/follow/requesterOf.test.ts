import type { GitPullRequestCommit } from '@fleetcommander/backstage-plugin-fleet-node';
import { requesterOf } from './requesterOf';

const ada = 'user:default/ada';
const grace = 'user:default/grace';

describe('requesterOf', () => {
  const ask = (
    commit: Partial<GitPullRequestCommit> | undefined,
    ...pushers: string[]
  ) =>
    requesterOf(
      {
        author: 'fleet[bot]',
        // Whoever may write to the repository edits the body.
        note: { requester: grace },
      },
      (commit ? [commit] : []) as GitPullRequestCommit[],
      {
        account: 'fleet[bot]',
        forcePushes: pushers.map(login => ({ login, at: '' })),
        logins: { of: async () => ({ known: ['grace'] }) },
      },
    );

  it('goes by the body of our pull request only where our own first commit does not say', async () => {
    const ours = { author: 'fleet[bot]' };
    expect(await ask({ ...ours, requester: ada })).toBe(ada);
    expect(await ask(ours)).toBe(grace);
    expect(await ask({ author: 'mallory' })).toBeUndefined();
    expect(await ask({ author: 'mallory', requester: ada })).toBeUndefined();
    expect(await ask(undefined)).toBeUndefined();
    // Names in commits are what who writes them wants.
    expect(await ask({ ...ours, requester: ada }, 'mallory')).toBeUndefined();
    expect(await ask({ ...ours, requester: ada }, 'fleet[bot]')).toBe(ada);
  });
});
