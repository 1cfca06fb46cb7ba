import type { HostedRepository } from './HostedRepository';

export type StatusState = 'error' | 'failure' | 'pending' | 'success';

export interface CommitStatus {
  id: number;
  sha: string;
  state: StatusState;
  context: string;
  description?: string;
  targetUrl?: string;
  creator: string;
  createdAt: Date;
}

export interface CheckRun {
  id: number;
  sha: string;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion?: string;
  detailsUrl?: string;
  title?: string;
  summary?: string;
  startedAt: Date;
  completedAt?: Date;
}

/** One check of a commit, whichever of the two ways it was told. */
export interface Check {
  name: string;
  state: 'passed' | 'failed' | 'pending';
  description?: string;
  url?: string;
}

const wellEnough = new Set(['success', 'neutral', 'skipped']);

/** The newest status of each context, the newest first. */
export function latestStatuses(
  { statuses }: HostedRepository,
  sha: string,
): CommitStatus[] {
  const newest = new Map<string, CommitStatus>();
  for (const status of statuses) {
    if (status.sha === sha) {
      newest.set(status.context, status);
    }
  }
  return [...newest.values()].sort((one, other) => other.id - one.id);
}

/** The newest run of each name. */
export function latestCheckRuns(
  { checkRuns }: HostedRepository,
  sha: string,
): CheckRun[] {
  const newest = new Map<string, CheckRun>();
  for (const run of checkRuns) {
    if (run.sha === sha) {
      newest.set(run.name, run);
    }
  }
  return [...newest.values()].sort((one, other) => other.id - one.id);
}

export function checksOf(repository: HostedRepository, sha: string): Check[] {
  return [
    ...latestStatuses(repository, sha).map(
      (status): Check => ({
        name: status.context,
        state: stateOf(status.state !== 'pending', status.state === 'success'),
        description: status.description,
        url: status.targetUrl,
      }),
    ),
    ...latestCheckRuns(repository, sha).map(
      (run): Check => ({
        name: run.name,
        state: stateOf(
          run.status === 'completed',
          wellEnough.has(run.conclusion ?? ''),
        ),
        description: run.title,
        url: run.detailsUrl,
      }),
    ),
  ];
}

function stateOf(isDone: boolean, isWell: boolean): Check['state'] {
  if (!isDone) {
    return 'pending';
  }
  return isWell ? 'passed' : 'failed';
}
