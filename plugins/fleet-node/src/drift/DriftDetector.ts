import type { ApplicationRecord, SourceRecord } from '../engines/FleetRecord';
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
  /** When the oldest of them was made. */
  since?: string;
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
