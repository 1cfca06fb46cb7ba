import { z } from 'zod';
import { personOf } from '../people/personOf';
import { personWords } from '../people/personWords';
import { approvalOfOwner } from './approvalOfOwner';
import { approvalsOf } from './approvalsOf';
import { defineGate } from './defineGate';
import { finding, notKnown, notOpenYet } from './findings';

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
      ...approvalOfOwner(rule, approved, request),
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
