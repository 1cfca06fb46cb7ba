import type {
  GatePullRequest,
  GitFileOwners,
  GitReview,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { isSameLogin } from '../people/isSameLogin';

/** Which approval is of an owner that a rule of CODEOWNERS names; where none is, whose may be and cannot be told. */
export function approvalOfOwner(
  { owners: names }: GitFileOwners['rules'][number],
  approved: readonly GitReview[],
  { teams }: Pick<GatePullRequest, 'teams'>,
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
