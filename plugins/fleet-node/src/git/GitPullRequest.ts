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
  /** Of a fork's pull request, the fork's. */
  branch: string;
  /** Whether its branch lies in a fork, where whoever may read the repository can push; or in one that is gone. */
  isFromFork: boolean;
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

/** Which pull requests are asked for. @public */
export interface GitPullRequestQuery {
  /** `ended`: merged or closed. Absent: all. */
  state?: 'open' | 'ended';
  /** Only those of branches that begin so, which lie in the repository itself and in no fork of it. */
  branchPrefix?: string;
  /** Only those that changed then or later, in UTC. */
  updatedSince?: string;
}

/** Pull requests. @public */
export interface GitPullRequests {
  /** The one that changed last comes first. */
  pullRequests: GitPullRequest[];
  /** Whether those are all that were asked for: at most 1,000 are looked at. */
  complete: boolean;
}

/** What is said of a pull request. @public */
export interface GitPullRequestStanding {
  /** Logins of those whose last word is an approval. */
  approvals: string[];
  /** Logins of those whose last word asks for changes. */
  changesRequested: string[];
  checks: GitCheck[];
  /** Why some of the checks are not known. Absent: all are. */
  checksUnknown?: string;
  /** Absent: the host has not found out yet. */
  conflicts?: boolean;
  /** Whether a rule of the base is not met yet: an approval or a check is missing. Absent: the host has not found out yet. */
  blocked?: boolean;
}

/** What a machine says of a pull request. @public */
export interface GitCheck {
  name: string;
  state: 'passed' | 'failed' | 'pending';
  url?: string;
}

/** A file of a pull request or of a change. @public */
export interface GitChangedFile {
  path: string;
  status: 'added' | 'changed' | 'removed';
}

/** The files of a pull request. @public */
export interface GitChangedFiles {
  /** In the order of their paths. One that was moved is removed there and added here. */
  files: GitChangedFile[];
  /** Whether those are all: hosts list some thousands at most. */
  complete: boolean;
}

/** What one person said of a pull request. @public */
export interface GitReview {
  login: string;
  state: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  at: string;
  /** The hash that it was said of. */
  revision: string;
  url: string;
}

/** A commit of a pull request. @public */
export interface GitPullRequestCommit {
  revision: string;
  /** Login, or the name in the commit where the host knows no login. */
  author: string;
  /** The same of who committed it: whoever amends a commit stays below its author. */
  committer: string;
  /** Whether the host found its signature good. */
  verified: boolean;
  /** The host's own word for it: `unsigned`, `valid`, `unknown_key`. */
  reason: string;
  /** Entity ref of who it says that it was written for. From outside: worth something where our own account wrote it. */
  requester?: string;
  url: string;
}

/** A push that put other commits in place of those of a pull request. @public */
export interface GitForcePush {
  /** Login; absent: the account is gone. */
  login?: string;
  at: string;
}

/** Who has to agree to a change of files. @public */
export interface GitFileOwners {
  /** Path of the CODEOWNERS that says so; absent: the repository has none. */
  path?: string;
  /** Each rule that a path falls under: one of its owners is enough. Logins, `team:SLUG`, and addresses of mail as they are. */
  rules: { pattern: string; owners: string[]; paths: string[] }[];
}

/** What one check says of a commit. @public */
export interface GitStatus {
  revision: string;
  /** Its name, which stays the same: the branch can demand it. */
  context: string;
  state: 'passed' | 'failed' | 'pending';
  /** In one line of at most 140 characters. */
  description: string;
  url?: string;
}
