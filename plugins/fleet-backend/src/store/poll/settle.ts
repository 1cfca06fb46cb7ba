import type { State } from '@fleetcommander/backstage-plugin-fleet-common';

/** What an application last was when it was neither under way nor unknown. */
export interface Settled {
  state: State;
  /** Since when it has been in that state, however often it was under way meanwhile. */
  since?: string;
  version?: string;
  revision?: string;
  /** When that was seen for the first time; absent: it was there at the first look. */
  revisionSince?: string;
}

/** From one settled state to the next. */
export interface Settlement {
  settled?: Settled;
  /** Present when it differs from the last one; the first one differs from nothing. */
  from?: Settled;
}

/** Whether a state stays until something happens. */
export function isSettled(state: State): boolean {
  return state !== 'progressing' && state !== 'unknown';
}

/** Follows an application through its states. */
export function settle(
  before: Settled | undefined,
  now: Omit<Settled, 'revisionSince'>,
  at: Date,
): Settlement {
  if (!isSettled(now.state)) {
    return { settled: before };
  }
  const settled = {
    state: now.state,
    since: before?.state === now.state ? before.since : now.since,
    version: now.version,
    revision: now.revision,
    revisionSince:
      before && before.revision !== now.revision
        ? at.toISOString()
        : before?.revisionSince,
  };
  const differs =
    before !== undefined &&
    (before.state !== settled.state ||
      before.version !== settled.version ||
      before.revision !== settled.revision);
  return { settled, from: differs ? before : undefined };
}
