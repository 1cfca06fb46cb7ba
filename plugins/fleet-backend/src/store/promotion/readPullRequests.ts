import type { PromotionPullRequest } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import { personWords } from '../../promotion/people/personWords';
import type { PullRequestMark } from '../../promotion/follow/PullRequestMark';
import type { PullRequestFacts } from '../rows/PullRequestRow';

/** A pull request of a promotion, with what is kept of it beside. */
export interface MarkedPullRequest {
  facts: PullRequestFacts;
  mark: PullRequestMark;
}

/** Those with these numbers, by `REPOSITORY NUMBER`. */
export async function readPullRequests(
  database: Knex,
  wanted: readonly { repository: string; number: number }[],
): Promise<Map<string, MarkedPullRequest>> {
  const rows: {
    repository: string;
    number: number;
    facts: string;
    promotion: string;
  }[] =
    wanted.length === 0
      ? []
      : await database('pull_requests')
          .whereIn(
            ['repository', 'number'],
            wanted.map(({ repository, number }) => [repository, number]),
          )
          .whereNotNull('promotion')
          .select('repository', 'number', 'facts', 'promotion');
  return new Map(
    rows.map(({ repository, number, facts, promotion }) => [
      keyOfPullRequest(repository, number),
      { facts: JSON.parse(facts), mark: JSON.parse(promotion) },
    ]),
  );
}

export function keyOfPullRequest(repository: string, number: number): string {
  return `${repository} ${number}`;
}

/** A pull request, as screens show it: with people as they are called. */
export function toPromotionPullRequest({
  facts,
  mark,
}: MarkedPullRequest): PromotionPullRequest {
  const nameOf = (login: string) => personWords(login, mark.people);
  return {
    ...facts,
    author: nameOf(facts.author),
    endedBy: facts.endedBy && nameOf(facts.endedBy),
    approvers: mark.approvers.map(nameOf),
  };
}
