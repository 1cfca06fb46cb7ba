/** A pull request, as its host shows it. @public */
export interface GitPullRequest {
  number: number;
  /** Its page. */
  url: string;
  title: string;
  /** At most 65,536 characters. From outside: never trusted in a page. */
  body: string;
  state: 'open' | 'merged' | 'closed';
  draft: boolean;
  branch: string;
  base: string;
  /** The hash its branch stands for. */
  head: string;
  /** The hash that merging made. */
  mergeRevision?: string;
  /** Login of who opened it. */
  author: string;
  createdAt: string;
  updatedAt: string;
  endedAt?: string;
  /** Login of who merged it, where the host tells. */
  mergedBy?: string;
}

/** What is said of a pull request. @public */
export interface GitPullRequestStanding {
  approvals: string[];
  changesRequested: string[];
  checks: {
    name: string;
    state: 'passed' | 'failed' | 'pending';
    url?: string;
  }[];
  /** Absent: the host has not found out yet. */
  conflicts?: boolean;
}

/** A file of a pull request or of a change. @public */
export interface GitChangedFile {
  path: string;
  status: 'added' | 'changed' | 'removed';
}
