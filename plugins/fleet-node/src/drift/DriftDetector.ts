import type { ApplicationRecord, SourceRecord } from '../engines/FleetRecord';
import type { GitCommit } from '../git/GitHost';
import type { DriftFinding } from './DriftFinding';

/**
 * What is remembered of an application from the records before the one that is judged. JSON, kept by the store.
 *
 * @public
 */
export interface ApplicationDriftMemory {
  /** Argo CD: what Git had when it was last Synced; revisions of several sources joined by commas. */
  syncedRevision?: string;
  /** Argo CD: since when it has been OutOfSync without a break. */
  outOfSyncSince?: string;
  /** Argo CD: what Git had when that began. */
  outOfSyncRevision?: string;
  /** Since when the engine has not acted on the newest spec, without a break. */
  unobservedSince?: string;
  /** Flux Kustomization, where its status alone does not tell: what it applies now, … */
  applied?: string;
  /** … and from when on it was seen to apply that, without a break. */
  appliedSince?: string;
}

/** What is known of commits that Git has under an application's own path and its cluster has not. @public */
export interface CommitsAhead {
  count: number;
  /** Whether there are more than that. */
  more?: boolean;
  /** When the oldest of them was made. */
  since?: string;
  /** The newest of them, at most five, newest first. */
  newest?: GitCommit[];
  /** What Git had when it was asked: a hash. */
  revision?: string;
  /** When it was asked. */
  askedAt?: string;
  /** The page that compares the two. */
  url?: string;
}

/** What a detector judges an application by. @public */
export interface ApplicationDriftInput {
  /** As it is now. */
  application: ApplicationRecord;
  /** After `application` was seen; absent when nothing is to be remembered. */
  memory?: ApplicationDriftMemory;
  /** Flux: the source it follows, on the same cluster. */
  source?: SourceRecord;
  /** Absent where Git was not asked. */
  commitsAhead?: CommitsAhead;
  /** Why it is absent, where it could be known. */
  commitsUnknown?: {
    /** Whether Git is going to be asked: it is too early to judge. */
    pending: boolean;
    reason: string;
  };
  /** Present, as a time in UTC. */
  now: string;
}

/**
 * Finds drift. Pure: the same input has the same findings, at any time and on any replica.
 *
 * @public
 */
export interface DriftDetector {
  name: string;
  /** What is wrong with an application now. */
  detectApplication(input: ApplicationDriftInput): DriftFinding[];
}
