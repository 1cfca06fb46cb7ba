import type { PastChange } from './PastChange';
import type { Protection } from './Protection';

/** @public */
export interface RepositoryOptions {
  /** Its first commit, by path. */
  files?: Readonly<Record<string, string>>;
  /** What became of it since, the oldest first. */
  past?: readonly PastChange[];
  /** One that is there already, whose `.git` is served as it is, and whose own hooks say what may be pushed. Instead of `files`. */
  folder?: string;
  /** Absent: `main`. */
  defaultBranch?: string;
  description?: string;
  /** Anybody may read it. */
  isPublic?: boolean;
  /** The branch of a pull request goes when it is merged. */
  deletesMergedBranches?: boolean;
  /** By branch. */
  protections?: Readonly<Record<string, Protection>>;
  /** Who is told what happens in it. */
  webhooks?: readonly { url: string; secret?: string; events: string[] }[];
}
