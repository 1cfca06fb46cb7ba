/** What happened to a repository before its host began. */
export interface PastChange {
  /** Login. */
  by: string;
  at: Date;
  message: string;
  /** By path; without text a file is deleted. */
  files: Readonly<Record<string, string | undefined>>;
  /** It came, or is to come, with a pull request; absent: it went straight to the default branch. */
  pull?: {
    /** Its branch. */
    head: string;
    body: string;
    labels?: readonly string[];
    reviewers?: readonly string[];
    teams?: readonly string[];
    /** Who approved and merged it; absent: it is open. */
    merged?: { by: string; at: Date };
  };
}
