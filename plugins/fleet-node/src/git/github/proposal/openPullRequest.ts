import { GitError } from '../../GitError';
import type { GitProposal } from '../../GitProposal';
import type { GitPullRequest } from '../../GitPullRequest';
import { githubAnswer } from '../githubAnswer';
import { pullRequestOf } from '../pullRequestOf';
import { explainTree } from './explainTree';
import { findPullRequests } from './pullRequests';
import type { ProposalContext } from './ProposalContext';
import { write } from './write';

const team = 'team:';

/** Opens the pull request of a branch that is whole; finds the one that somebody opened in this moment. */
export async function openPullRequest(
  context: ProposalContext,
  /** `isNew`: the branch was made for it. */
  { isNew, closed }: { isNew: boolean; closed?: GitPullRequest },
): Promise<GitProposal> {
  const created = await create(context);
  const pullRequest = created ?? (await findPullRequests(context)).open;
  if (!pullRequest) {
    throw new GitError(
      'broken-answer',
      `${context.host} says that there is a pull request for ${context.change.branch}, and shows none: ask again`,
    );
  }
  return created || isNew
    ? {
        pullRequest,
        outcome: 'opened',
        closedBefore: closed,
        problems: await decorate(context, pullRequest),
      }
    : { pullRequest, outcome: 'unchanged', problems: [] };
}

/** None, when there is one already. */
async function create(
  context: ProposalContext,
): Promise<GitPullRequest | undefined> {
  const { octokit, address, change } = context;
  const { title, body, base, branch: head, draft, files } = change;
  const created = await write(context, 'open a pull request', async () => {
    try {
      return await octokit.rest.pulls.create({
        ...address,
        title,
        body,
        base,
        head,
        draft,
      });
    } catch (error) {
      const { status, message } = githubAnswer(error);
      if (status === 422 && /pull request already exists/i.test(message)) {
        return undefined;
      }
      throw error;
    }
  });
  if (created && created.data.changed_files > files.length) {
    // A file that stood where a folder has to be went away for it.
    await octokit.rest.pulls.update({
      ...address,
      pull_number: created.data.number,
      state: 'closed',
    });
    throw await explainTree(context);
  }
  return created && pullRequestOf(created.data);
}

/** The pull request stands, whatever becomes of its labels and reviewers. */
async function decorate(
  context: ProposalContext,
  { number }: GitPullRequest,
): Promise<string[]> {
  const { octokit, address, change, explain } = context;
  const { labels = [], reviewers = [] } = change;
  const problems: string[] = [];
  const attempt = async (deed: string, ask: () => Promise<unknown>) => {
    try {
      await write(context, deed, ask);
    } catch (error) {
      problems.push(explain(error).message);
    }
  };
  if (labels.length > 0) {
    await attempt(`label it ${labels.join(', ')}`, () =>
      octokit.rest.issues.addLabels({
        ...address,
        issue_number: number,
        labels,
      }),
    );
  }
  if (reviewers.length > 0) {
    await attempt(`ask ${reviewers.join(', ')} for a review`, () =>
      octokit.rest.pulls.requestReviewers({
        ...address,
        pull_number: number,
        reviewers: reviewers.filter(name => !name.startsWith(team)),
        team_reviewers: reviewers
          .filter(name => name.startsWith(team))
          .map(name => name.slice(team.length)),
      }),
    );
  }
  return problems;
}
