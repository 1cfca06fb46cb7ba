import { Octokit } from '@octokit/rest';
import { address, startHost } from './__testUtils__/startHost';
import { differencesOf } from './__testUtils__/differencesOf';
import { startEmulate } from './__testUtils__/startEmulate';

// Each request runs git a few times.
jest.setTimeout(60_000);

type Answers = Map<string, { status: number; data: unknown }>;

/** What a change needs of the API, asked in the same words of whichever host. */
async function useApi(baseUrl: string): Promise<Answers> {
  const answers: Answers = new Map();
  const client = (token: string) => {
    const octokit = new Octokit({
      baseUrl,
      auth: token,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    return octokit.rest;
  };
  const bot = client('token-of-bot');
  const grace = client('token-of-grace');
  const ask = async <T extends { status: number; data: unknown }>(
    call: string,
    answer: Promise<T>,
  ): Promise<T['data']> => {
    const { status, data } = await answer;
    answers.set(call, { status, data });
    return data;
  };
  const refuse = async (call: string, answer: Promise<unknown>) => {
    const { status, response } = await answer.then(
      () => ({ status: 200, response: undefined }),
      error => error,
    );
    answers.set(call, { status, data: response?.data });
  };

  await ask('user', bot.users.getAuthenticated());
  await ask('repository', bot.repos.get(address));
  const ref = 'heads/main';
  const main = await ask('ref', bot.git.getRef({ ...address, ref }));
  const base = main.object.sha;
  const commit = await ask(
    'git commit',
    bot.git.getCommit({ ...address, commit_sha: base }),
  );
  await ask('commit', bot.repos.getCommit({ ...address, ref: base }));
  await ask('commits', bot.repos.listCommits(address));
  const blob = await ask(
    'new blob',
    bot.git.createBlob({ ...address, content: 'a: 1\n' }),
  );
  await ask('blob', bot.git.getBlob({ ...address, file_sha: blob.sha }));
  const tree = await ask(
    'new tree',
    bot.git.createTree({
      ...address,
      base_tree: commit.tree.sha,
      tree: [
        { path: 'apps/a.yaml', mode: '100644', type: 'blob', sha: blob.sha },
      ],
    }),
  );
  await ask(
    'tree',
    bot.git.getTree({ ...address, tree_sha: tree.sha, recursive: '1' }),
  );
  const made = await ask(
    'new commit',
    bot.git.createCommit({
      ...address,
      message: 'Add a',
      tree: tree.sha,
      parents: [base],
    }),
  );
  const branch = { ...address, ref: 'refs/heads/fleet/order/a', sha: made.sha };
  await ask('new ref', bot.git.createRef(branch));
  await refuse('ref again', bot.git.createRef(branch));
  await refuse('no ref', bot.git.getRef({ ...address, ref: 'heads/none' }));
  await ask(
    'contents',
    bot.repos.getContent({ ...address, path: 'apps/a.yaml', ref: made.sha }),
  );
  await refuse(
    'no contents',
    bot.repos.getContent({ ...address, path: 'none' }),
  );
  await ask(
    'comparison',
    bot.repos.compareCommitsWithBasehead({
      ...address,
      basehead: `main...${made.sha}`,
    }),
  );
  const pull = await ask(
    'new pull request',
    bot.pulls.create({
      ...address,
      head: 'fleet/order/a',
      base: 'main',
      title: 'Order a',
      body: 'Why',
    }),
  );
  const asked = { ...address, pull_number: pull.number };
  const labelled = { ...address, issue_number: pull.number };
  await refuse(
    'pull request of nothing',
    bot.pulls.create({ ...address, head: 'none', base: 'main', title: 'None' }),
  );
  await refuse(
    'no pull request',
    bot.pulls.get({ ...address, pull_number: 99 }),
  );
  await ask('labels', bot.issues.addLabels({ ...labelled, labels: ['order'] }));
  await ask('comment', bot.issues.createComment({ ...labelled, body: 'Look' }));
  await ask(
    'reviewers',
    bot.pulls.requestReviewers({ ...asked, reviewers: ['grace'] }),
  );
  await ask('commits of a pull request', bot.pulls.listCommits(asked));
  await ask('review', grace.pulls.createReview({ ...asked, event: 'APPROVE' }));
  await ask('reviews', bot.pulls.listReviews(asked));
  await ask(
    'check run',
    bot.checks.create({
      ...address,
      name: 'lint',
      head_sha: made.sha,
      status: 'completed',
      conclusion: 'success',
    }),
  );
  await ask('check runs', bot.checks.listForRef({ ...address, ref: made.sha }));
  await ask('pull requests', bot.pulls.list(address));
  await ask('merge', bot.pulls.merge({ ...asked, merge_method: 'merge' }));
  await ask('pull request', bot.pulls.get(asked));
  await refuse(
    'merge again',
    bot.pulls.merge({ ...asked, merge_method: 'merge' }),
  );
  await ask('branch', bot.repos.getBranch({ ...address, branch: 'main' }));
  return answers;
}

/** Where both differ, and GitHub's own description of its API either agrees with what is answered here or leaves it open. */
const known = [
  // Addresses of what nobody asks for, and more that nobody reads who proposes changes.
  / only: .*\w_url$/,
  /theirs only: .*\b(?:user_view_type|reactions|hireable|twitter_username|performed_via_github_app)$/,
  /theirs only: .*\brepo\.permissions$/,
  // An account of an organization is told with other fields at other places.
  /\b(?:owner|user)\.(?:gravatar_id|description)$/,
  // Lists, and what answers a request for reviewers, tell less of each pull request than one that is asked for.
  /^(?:reviewers|pull requests): theirs only: (?:\[\]\.)?(?:merge\w*|rebaseable|(?:review_)?comments|maintainer_can_modify|commits|additions|deletions|changed_files)$/,
  /^reviews?: theirs only: (?:\[\]\.)?(?:created|updated)_at$/,
  /^new blob: theirs only: (?:node_id|size)$/,
  // What the other leaves out.
  /ours only: status$/,
  /ours only: .*\bactive_lock_reason$/,
  /ours only: .*\btree(?:\[\])?\.(?:size|url)$/,
  /^branch: ours only: /,
  // It merges twice and proposes nothing, and answers with other statuses than GitHub has.
  /^pull request of nothing: /,
  /^(?:reviewers: 201, 200|review: 200, 201|merge again: 405, 422)$/,
];

describe('another implementation of the same API', () => {
  it('answers the same requests alike', async () => {
    const host = await startHost();
    const emulate = await startEmulate();
    try {
      const ours = await useApi(host.apiUrl);
      const theirs = await useApi(emulate.apiUrl);
      const differences = [...ours].flatMap(([call, { status, data }]) => {
        const other = theirs.get(call);
        return [
          ...(status === other?.status ? [] : [`${status}, ${other?.status}`]),
          ...differencesOf(data, other?.data),
        ].map(difference => `${call}: ${difference}`);
      });
      expect(
        differences.filter(text => !known.some(pattern => pattern.test(text))),
      ).toEqual([]);
    } finally {
      await emulate.stop();
      await host.stop();
    }
  });
});
