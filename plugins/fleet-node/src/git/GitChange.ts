/** What is to be proposed. @public */
export interface GitChange {
  /** A function of what is changed, so that asking twice finds the pull request of the first time. See {@link changeBranch}. */
  branch: string;
  /** Absent: the default branch, which costs a request more. */
  base?: string;
  /** The hash that the files were read at: where one of them differs at the head of the base by now, nothing is proposed. */
  readAt?: string;
  /** In one line of at most 256 characters. */
  title: string;
  /** At most 65,536 characters. See {@link describeChange}. */
  body: string;
  /** Absent: the title. */
  commitMessage?: string;
  /** At most 250; one without text is deleted. Paths count from the root of the repository. */
  files: { path: string; text?: string }[];
  labels?: string[];
  /** Logins, or `team:SLUG`. */
  reviewers?: string[];
  draft?: boolean;
}
