import type { RepositoryWorkspace } from '../repository/RepositoryWorkspace';

/** What Git has at one revision of a branch. */
export type RepositoryReader = Pick<
  RepositoryWorkspace,
  'inGit' | 'list' | 'urlOf'
>;

/** A file that is to be another, or new. */
export interface PlannedFile {
  path: string;
  /** Absent: it is new. */
  before?: string;
  text: string;
}

/** What is to become of a repository, as far as it has been looked at. */
export interface OverlayPlan {
  files: PlannedFile[];
  /** What is there already and stays as it is, in words. */
  kept: string[];
  /** Why it cannot be done, in words. */
  problems: string[];
}
