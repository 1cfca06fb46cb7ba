import type {
  ClaimChange,
  PullRequest,
  PullRequestState,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** A row of `pull_requests`, without its nulls. */
export interface PullRequestRow {
  repository: string;
  number: number;
  state: PullRequestState;
  branch: string;
  /** The hash whose files were read. */
  head: string;
  updated_at: string;
  ended_at?: string;
  /** JSON: {@link PullRequestFacts}. */
  facts: string;
  /** JSON: what it promotes; null as it is read where it does not. */
  promotion?: string | null;
}

/** A pull request, as screens show it, without what it does to one claim or another. */
export type PullRequestFacts = Omit<PullRequest, 'change'>;

export const pullRequestColumns = [
  'repository',
  'number',
  'state',
  'branch',
  'head',
  'updated_at',
  'ended_at',
  'facts',
  'promotion',
] as const satisfies readonly (keyof PullRequestRow)[];

export function toPullRequest(facts: string, change: ClaimChange): PullRequest {
  return { ...(JSON.parse(facts) as PullRequestFacts), change };
}
