/** What is to be proposed. @public */
export interface GitChange {
  /** A function of what is changed, so that asking twice finds the pull request of the first time. See `changeBranch`. */
  branch: string;
  /** Absent: the default branch. */
  base?: string;
  /** The hash that the files were read at: where one of them differs at the head of the base by now, nothing is proposed. */
  readAt?: string;
  title: string;
  body: string;
  /** Absent: the title. */
  commitMessage?: string;
  /** A file without text is deleted. */
  files: { path: string; text?: string }[];
  labels?: string[];
  /** Logins, or `team:SLUG`. */
  reviewers?: string[];
  draft?: boolean;
}
