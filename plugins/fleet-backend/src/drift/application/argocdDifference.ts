import type { ApplicationDriftInput } from '@fleetcommander/backstage-plugin-fleet-node';
import { after } from './after';

/** Argo CD compares anew after a sync, but not at once. */
const comparisonSeconds = 120;

/** Which side of an Application that is OutOfSync has moved. */
export interface ArgocdDifference {
  moved: 'cluster' | 'Git' | 'unknown';
  since?: string;
  /** Before that it may be what the last comparison left behind. */
  opensAt?: string;
}

/**
 * OutOfSync alone does not tell drift from a commit that has not arrived. The revision of the last sync does not tell either: in a
 * monorepo Git moves on without a change to the application, nothing is synced, and that revision stays behind for good. What tells is
 * whether Git moved between the last comparison that found them equal and the first that did not.
 */
export function argocdDifference({
  application,
  memory,
  commitsAhead,
}: ApplicationDriftInput): ArgocdDifference | undefined {
  const { sync, drift, attemptedRevision } = application;
  if (sync !== 'OutOfSync' || drift?.comparedToSpec === false) {
    return undefined;
  }
  const { syncedRevision, outOfSyncRevision, outOfSyncSince } = memory ?? {};
  const since = outOfSyncSince;
  const isSameRevision =
    syncedRevision !== undefined && syncedRevision === outOfSyncRevision;
  // In a monorepo it moves all the time, mostly for others.
  if (isSameRevision || commitsAhead?.count === 0) {
    return { moved: 'cluster', since };
  }
  const { syncRevision, operation } = drift ?? {};
  const isSyncedToGit =
    operation?.phase === 'Succeeded' &&
    attemptedRevision !== undefined &&
    attemptedRevision === syncRevision?.split(',')[0];
  if (isSyncedToGit) {
    return {
      moved: 'cluster',
      since,
      opensAt: after(operation.finishedAt, comparisonSeconds),
    };
  }
  const isKnown = syncedRevision !== undefined || commitsAhead !== undefined;
  return { moved: isKnown ? 'Git' : 'unknown', since };
}
