import type { GitFolder } from '../git/GitFolder';
import type { CheckRun, CommitStatus } from './checks';
import type { Protection } from './Protection';
import type { PullRequest } from './PullRequest';
import type { RepositoryOptions } from './RepositoryOptions';

export interface Label {
  id: number;
  name: string;
  color: string;
  description?: string;
}

export interface Hook {
  id: number;
  url: string;
  secret?: string;
  /** Names of events; `*` is all of them. */
  events: string[];
  active: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** A repository and what its host knows of it beside what git does. */
export class HostedRepository {
  readonly pulls = new Map<number, PullRequest>();
  /** By branch. */
  readonly protections = new Map<string, Protection>();
  readonly statuses: CommitStatus[] = [];
  readonly checkRuns: CheckRun[] = [];
  /** By name. */
  readonly labels = new Map<string, Label>();
  readonly hooks: Hook[] = [];
  /** Hashes of commits whose signature is good. */
  readonly verified = new Set<string>();
  readonly createdAt = new Date();
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  /** Its folder is the host's to delete. */
  readonly isOwn: boolean;
  readonly isPublic: boolean;
  readonly deletesMergedBranches: boolean;
  readonly description: string | undefined;
  pushedAt: Date;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly id: number,
    /** `owner/name`. */
    readonly fullName: string,
    readonly git: GitFolder,
    options: Pick<
      RepositoryOptions,
      'isPublic' | 'deletesMergedBranches' | 'description'
    > & { defaultBranch: string; isOwn: boolean },
  ) {
    const [, owner, name] =
      /^([a-z\d][a-z\d-]{0,38})\/([\w.-]{1,100})$/i.exec(fullName) ?? [];
    if (!owner || name === '.' || name === '..' || name.endsWith('.git')) {
      throw new Error(
        `"${fullName}" names no repository: it has the form owner/name`,
      );
    }
    this.owner = owner;
    this.name = name;
    this.defaultBranch = options.defaultBranch;
    this.isOwn = options.isOwn;
    this.isPublic = options.isPublic ?? false;
    this.deletesMergedBranches = options.deletesMergedBranches ?? false;
    this.description = options.description;
    this.pushedAt = this.createdAt;
  }

  /** Issues and pull requests share their numbers. */
  get nextNumber(): number {
    return Math.max(0, ...this.pulls.keys()) + 1;
  }

  /** One after another: what is read in it still holds when it writes. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}
