import type { GitPullRequest } from './GitPullRequest';

/** What became of a {@link GitChange}. @public */
export interface GitProposal {
  pullRequest: GitPullRequest;
  /** `unchanged`: it was proposed before just so, and nothing was written. */
  outcome: 'opened' | 'updated' | 'unchanged';
  /** Only with `opened`: the newest pull request of the same branch that somebody closed without merging it. */
  closedBefore?: GitPullRequest;
  /** What beside the change did not come about, such as a label or a reviewer; empty when all did. */
  problems: string[];
}
