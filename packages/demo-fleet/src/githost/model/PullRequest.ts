export type ReviewState =
  | 'APPROVED'
  | 'CHANGES_REQUESTED'
  | 'COMMENTED'
  | 'DISMISSED'
  | 'PENDING';

export interface Review {
  id: number;
  /** Login. */
  author: string;
  body: string;
  state: ReviewState;
  /** The head that was reviewed. */
  commit: string;
  submittedAt: Date;
}

export interface Comment {
  id: number;
  author: string;
  body: string;
  createdAt: Date;
  updatedAt: Date;
}

/** A push that put other commits in place of those of the head. */
export interface ForcePush {
  id: number;
  /** Login. */
  by: string;
  at: Date;
  /** What the head was then. */
  after: string;
}

/** A pull request, between two branches of one repository; or so it is told, see `fork`. */
export interface PullRequest {
  id: number;
  number: number;
  author: string;
  title: string;
  body: string | undefined;
  draft: boolean;
  state: 'open' | 'closed';
  /** Branches. */
  head: string;
  base: string;
  /** Owner of a fork that its head is said to lie in. */
  fork?: string;
  /** What the branches stood for when the pull request was last open. */
  headSha: string;
  baseSha: string;
  labels: string[];
  /** Logins. */
  reviewers: string[];
  /** Slugs. */
  teams: string[];
  reviews: Review[];
  comments: Comment[];
  forcePushes: ForcePush[];
  createdAt: Date;
  updatedAt: Date;
  closedAt?: Date;
  merged?: { sha: string; by: string; at: Date };
}
