import type {
  GatePullRequest,
  GitFileOwners,
  GitReview,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { z } from 'zod';
import { isSameLogin } from '../people/isSameLogin';
import { personOf } from '../people/personOf';
import { personWords } from '../people/personWords';
import { approvalsOf } from './approvalsOf';
import { defineGate } from './defineGate';
import { finding, notKnown, notOpenYet } from './findings';

type Rule = GitFileOwners['rules'][number];

/** Of each file that changes one of its owners, as CODEOWNERS has them, has approved. */
export const owners = defineGate({
  name: 'owners',
  title: 'Code owners',
  options: z.strictObject({}),
  check({ pullRequest: request }) {
    if (!request) {
      return notOpenYet();
    }
    if ('unknown' in request.owners) {
      return notKnown(request.owners.unknown);
    }
    const { path, rules } = request.owners.known;
    if (!path) {
      return finding('skipped', 'The repository has no CODEOWNERS');
    }
    const owned = rules.filter(rule => rule.owners.length > 0);
    if (owned.length === 0) {
      return finding('skipped', `${path} names no owner of what changes`);
    }
    const approvals = approvalsOf(request);
    if ('unknown' in approvals) {
      return notKnown(approvals.unknown);
    }
    const { approved } = approvals.known;
    const nameOf = (login: string) => personWords(login, request.people);
    const judged = owned.map(rule => ({
      rule,
      ...judge(rule, approved, request),
    }));
    const evidence = judged.map(({ rule, by }) => ({
      summary: by
        ? `${rule.pattern}: ${nameOf(by.login)} approved`
        : `${rule.pattern}: waits for ${rule.owners.map(nameOf).join(' or ')}`,
      at: by?.at,
      url: by?.url,
    }));
    const open = judged.filter(({ by }) => !by);
    const awaited = [...new Set(open.flatMap(({ rule }) => rule.owners))];
    const more = {
      evidence,
      url: request.pullRequest.url,
      waitsFor: awaited.map(owner => personOf(owner, request.people)),
    };
    if (open.length === 0) {
      return finding('passed', 'An owner of each file has approved', more);
    }
    const hidden = open.flatMap(({ unknown }) => unknown ?? []);
    return hidden.length > 0 && approved.length > 0
      ? notKnown([...new Set(hidden)].join('; '), more)
      : finding(
          'waiting',
          `Waits for ${awaited.map(nameOf).join(', ')}, who own what changes`,
          more,
        );
  },
});

function judge(
  { owners: names }: Rule,
  approved: readonly GitReview[],
  { teams }: GatePullRequest,
): { by?: GitReview; unknown: string[] } {
  const unknown: string[] = [];
  for (const name of names) {
    const team = name.startsWith('team:') ? name.slice(5) : undefined;
    const members =
      team === undefined
        ? { known: [name] }
        : teams[team] ?? { unknown: 'it was not asked yet' };
    if ('unknown' in members) {
      unknown.push(`who is in ${team} cannot be read: ${members.unknown}`);
      continue;
    }
    if (name.includes('@')) {
      unknown.push(`whose address ${name} is, the Git host does not tell`);
    }
    const by = approved.find(({ login }) =>
      members.known.some(member => isSameLogin(member, login)),
    );
    if (by) {
      return { by, unknown: [] };
    }
  }
  return { unknown };
}
