import { LRUCache } from 'lru-cache';
import { GitError } from '../GitError';
import type { GitBranchRules } from '../GitBranchRules';
import type {
  GitCommit,
  GitCommits,
  GitFiles,
  GitHost,
  GitRange,
  GitReadOptions,
} from '../GitHost';
import { checkChange } from '../checkChange';
import type { GitChange } from '../GitChange';
import type { GitProposal } from '../GitProposal';
import type {
  GitChangedFiles,
  GitFileOwners,
  GitForcePush,
  GitPullRequest,
  GitPullRequestCommit,
  GitPullRequestQuery,
  GitPullRequests,
  GitPullRequestStanding,
  GitReview,
  GitStatus,
} from '../GitPullRequest';
import type { GitRepository } from '../GitRepository';
import type { GitTree } from '../GitTrees';
import { GithubAccess, type GithubAccessOptions } from './GithubAccess';
import { orGone } from './orGone';
import { propose } from './proposal/propose';
import { pullRequestOf } from './pullRequestOf';
import { readCommits } from './readCommits';
import { readApp } from './readApp';
import { readLogin } from './readLogin';
import { listFolder, readFiles } from './readFiles';
import { listPullRequests, readChangedFiles } from './readPullRequests';
import { readStanding } from './readStanding';
import { listTree, parentOf, readBlob } from './readTrees';
import { ownersOfPaths } from './reviews/ownersOfPaths';
import { readBranchRules } from './reviews/readBranchRules';
import { readCodeOwners } from './reviews/readCodeOwners';
import { readBroughtBy } from './reviews/readBroughtBy';
import { readForcePushes } from './reviews/readForcePushes';
import { readLastCommits } from './reviews/readLastCommits';
import { readPullRequestCommits } from './reviews/readPullRequestCommits';
import { readCountingReviews } from './reviews/readReviews';
import { readTeamMembers } from './reviews/readTeamMembers';
import { updatePullRequest } from './reviews/updatePullRequest';
import { writeStatus } from './reviews/writeStatus';

const mostRepositories = 200;

/** GitHub, or a GitHub Enterprise. */
export class GithubHost implements GitHost {
  readonly #host: string;
  readonly #access: GithubAccess;
  /** An account keeps its name for as long as its credentials are used. */
  readonly #logins = new LRUCache<string, string>({ max: mostRepositories });

  constructor(options: GithubAccessOptions) {
    this.#host = options.host;
    this.#access = new GithubAccess(options);
  }

  async account(repository: GitRepository): Promise<string | undefined> {
    const key = `${repository.owner}/${repository.name}`;
    let login = this.#logins.get(key);
    if (!login) {
      login = await readLogin(this.#access.clientOf(repository));
      this.#logins.set(key, login);
    }
    return login;
  }

  headOf(repository: GitRepository, ref: string): Promise<string> {
    return this.#access.ask(repository, async (octokit, address) => {
      const { data } = await octokit.rest.repos.getCommit({
        ...address,
        ref,
        mediaType: { format: 'sha' },
      });
      const revision = String(data);
      if (!/^[0-9a-f]{40}$/.test(revision)) {
        throw new GitError(
          'broken-answer',
          `${
            this.#host
          } answers something other than a commit when asked for ${ref}`,
        );
      }
      return revision;
    });
  }

  commits(repository: GitRepository, range: GitRange): Promise<GitCommits> {
    return this.#access.ask(repository, (octokit, address) =>
      readCommits(octokit, address, range),
    );
  }

  listFolder(
    repository: GitRepository,
    path: string,
    revision: string,
  ): Promise<string[]> {
    return this.#access.ask(repository, (octokit, address) =>
      orGone(octokit, address, [revision], () =>
        listFolder(octokit, address, { path, revision }),
      ),
    );
  }

  readFiles(
    repository: GitRepository,
    path: string,
    revision: string,
    options: GitReadOptions = {},
  ): Promise<GitFiles> {
    return this.#access.ask(repository, (octokit, address) =>
      orGone(octokit, address, [revision], () =>
        readFiles(octokit, address, {
          path,
          revision,
          ...options,
        }),
      ),
    );
  }

  listTree(repository: GitRepository, revision: string): Promise<GitTree> {
    return this.#access.ask(repository, (octokit, address) =>
      orGone(octokit, address, [revision], () =>
        listTree(octokit, address, revision),
      ),
    );
  }

  readBlob(repository: GitRepository, sha: string): Promise<string> {
    return this.#access.ask(repository, (octokit, address) =>
      readBlob(octokit, address, sha),
    );
  }

  parentOf(
    repository: GitRepository,
    revision: string,
  ): Promise<string | undefined> {
    return this.#access.ask(repository, (octokit, address) =>
      orGone(octokit, address, [revision], () =>
        parentOf(octokit, address, revision),
      ),
    );
  }

  defaultBranch(repository: GitRepository): Promise<string> {
    return this.#access.ask(repository, async (octokit, address) => {
      const { data } = await octokit.rest.repos.get({ ...address });
      return data.default_branch;
    });
  }

  async propose(
    repository: GitRepository,
    change: GitChange,
  ): Promise<GitProposal> {
    checkChange(change);
    const base = change.base ?? (await this.defaultBranch(repository));
    return this.#access.ask(repository, (octokit, address) =>
      propose({
        octokit,
        address,
        host: this.#host,
        explain: error => this.#access.explain(repository, error),
        change: { ...change, base },
      }),
    );
  }

  listPullRequests(
    repository: GitRepository,
    query: GitPullRequestQuery,
  ): Promise<GitPullRequests> {
    return this.#access.ask(repository, (octokit, address) =>
      listPullRequests(octokit, address, query),
    );
  }

  pullRequest(
    repository: GitRepository,
    number: number,
  ): Promise<GitPullRequest> {
    return this.#access.ask(repository, async (octokit, address) => {
      const { data } = await octokit.rest.pulls.get({
        ...address,
        pull_number: number,
      });
      return pullRequestOf(data);
    });
  }

  changedFiles(
    repository: GitRepository,
    number: number,
  ): Promise<GitChangedFiles> {
    return this.#access.ask(repository, (octokit, address) =>
      readChangedFiles(octokit, address, number),
    );
  }

  standing(
    repository: GitRepository,
    pullRequest: Pick<GitPullRequest, 'number' | 'head'>,
  ): Promise<GitPullRequestStanding> {
    return this.#access.ask(repository, (octokit, address) =>
      readStanding(octokit, address, pullRequest),
    );
  }

  reviews(repository: GitRepository, number: number): Promise<GitReview[]> {
    return this.#access.ask(repository, (octokit, address) =>
      readCountingReviews(octokit, address, number),
    );
  }

  pullRequestCommits(
    repository: GitRepository,
    number: number,
  ): Promise<GitPullRequestCommit[]> {
    return this.#access.ask(repository, (octokit, address) =>
      readPullRequestCommits(octokit, address, number),
    );
  }

  forcePushes(
    repository: GitRepository,
    number: number,
  ): Promise<GitForcePush[]> {
    return this.#access.ask(repository, (octokit, address) =>
      readForcePushes(octokit, address, number),
    );
  }

  rulesOf(repository: GitRepository, branch: string): Promise<GitBranchRules> {
    return this.#access.ask(repository, async (octokit, address) =>
      readBranchRules(
        octokit,
        address,
        branch,
        await readApp(octokit, await this.account(repository)),
      ),
    );
  }

  async ownersOf(
    repository: GitRepository,
    options: { revision: string; paths: readonly string[] },
  ): Promise<GitFileOwners> {
    const file = await this.#access.ask(repository, (octokit, address) =>
      orGone(octokit, address, [options.revision], () =>
        readCodeOwners(octokit, address, options.revision),
      ),
    );
    return file
      ? { path: file.path, rules: ownersOfPaths(file.text, options.paths) }
      : { rules: [] };
  }

  teamMembers(
    repository: GitRepository,
    team: string,
  ): Promise<string[] | undefined> {
    return this.#access.ask(repository, (octokit, address) =>
      readTeamMembers(octokit, address, team),
    );
  }

  lastCommits(
    repository: GitRepository,
    options: { revision: string; paths: readonly string[] },
  ): Promise<Record<string, GitCommit & { author?: string }>> {
    return this.#access.ask(repository, (octokit, address) =>
      orGone(octokit, address, [options.revision], () =>
        readLastCommits(octokit, address, options),
      ),
    );
  }

  broughtBy(
    repository: GitRepository,
    revision: string,
  ): Promise<number | undefined> {
    return this.#access.ask(repository, (octokit, address) =>
      orGone(octokit, address, [revision], () =>
        readBroughtBy(octokit, address, revision),
      ),
    );
  }

  setStatus(repository: GitRepository, status: GitStatus): Promise<void> {
    return this.#access.ask(repository, (octokit, address) =>
      writeStatus({ octokit, address, host: this.#host, status }),
    );
  }

  updatePullRequest(
    repository: GitRepository,
    number: number,
    change: { body?: string; ready?: boolean },
  ): Promise<void> {
    return this.#access.ask(repository, (octokit, address) =>
      updatePullRequest({
        octokit,
        address,
        host: this.#host,
        number,
        ...change,
      }),
    );
  }
}
