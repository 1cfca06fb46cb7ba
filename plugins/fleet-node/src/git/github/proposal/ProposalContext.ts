import type { Octokit } from '@octokit/rest';
import type { GitChange } from '../../GitChange';
import type { GitError } from '../../GitError';
import type { GithubAddress } from '../GithubAddress';

/** What every step of a proposal needs. */
export interface ProposalContext {
  octokit: Octokit;
  address: GithubAddress;
  /** As people know it: `git.example.org`. */
  host: string;
  /** What an error of Octokit means. */
  explain: (error: unknown) => GitError;
  /** With the name of its base. */
  change: GitChange & { base: string };
}
