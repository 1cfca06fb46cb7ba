import type {
  GateFinding,
  GatePullRequest,
  GitReview,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { isSameLogin } from '../people/isSameLogin';
import { personOf } from '../people/personOf';
import { personWords } from '../people/personWords';
import { approvalsOf } from './approvalsOf';
import { finding, notKnown } from './findings';

/** Whether enough people have approved a pull request: members of the teams, where some are named. */
export function judgeApprovals(
  request: GatePullRequest,
  { count, teams }: { count: number; teams?: readonly string[] },
): GateFinding {
  const approvals = approvalsOf(request);
  const waitsFor = (teams ?? []).map(team => `team:${team}`);
  const { url } = request.pullRequest;
  if ('unknown' in approvals) {
    return notKnown(approvals.unknown, { waitsFor, url });
  }
  const { approved, against, notCounted, replacedBy } = approvals.known;
  const evidence = [
    ...approved.map(review => told(review, 'approved', request)),
    ...against.map(review => told(review, 'asks for changes', request)),
    ...notCounted.map(summary => ({ summary: `Does not count: ${summary}` })),
    ...replacedBy.map(({ login, at }) => ({
      summary: `${personWords(
        login,
        request.people,
      )} put other commits in place of its own, and cannot approve them`,
      at,
    })),
  ];
  const more = { evidence, url, waitsFor };
  if (against.length > 0) {
    return finding('failed', `${namesOf(against, request)} asks for changes`, {
      ...more,
      waitsFor: against.map(({ login }) => personOf(login, request.people)),
    });
  }
  const members = (teams ?? []).map(team => request.teams[team]);
  const counting = teams
    ? approved.filter(({ login }) =>
        members.some(
          team =>
            team &&
            'known' in team &&
            team.known.some(member => isSameLogin(member, login)),
        ),
      )
    : approved;
  const from = teams
    ? ` from ${teams.map(team => `team ${team}`).join(' or ')}`
    : '';
  const wanted = `${count} ${count === 1 ? 'approval' : 'approvals'}${from}`;
  if (counting.length >= count) {
    return finding('passed', `Approved by ${namesOf(counting, request)}`, {
      ...more,
      waitsFor: [],
    });
  }
  const hidden = (teams ?? []).filter((_team, index) => {
    const known = members[index];
    return !known || 'unknown' in known;
  });
  // Who has approved could be one of them.
  if (hidden.length > 0 && approved.length > counting.length) {
    return notKnown(
      `who is in ${hidden.join(', ')} cannot be read. ${reasonOf(
        request,
        hidden[0],
      )}`,
      more,
    );
  }
  const own =
    notCounted.length > 0 ? `. Does not count: ${notCounted.join('; ')}` : '';
  return finding('waiting', `${counting.length} of ${wanted}${own}`, more);
}

function reasonOf({ teams }: GatePullRequest, team: string): string {
  const known = teams[team];
  return known && 'unknown' in known ? known.unknown : 'It was not asked yet';
}

function told(
  { login, at, url }: GitReview,
  verb: string,
  { people }: GatePullRequest,
) {
  return { summary: `${personWords(login, people)} ${verb}`, at, url };
}

function namesOf(
  reviews: readonly GitReview[],
  { people }: GatePullRequest,
): string {
  return reviews.map(({ login }) => personWords(login, people)).join(', ');
}
