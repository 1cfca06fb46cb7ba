import { mergeTrees } from '../git/mergeTrees';
import { isAncestor } from '../git/refs';
import { checksOf } from './checks';
import type { Community } from './Community';
import type { HostedRepository } from './HostedRepository';
import { missingForMerge } from './Protection';
import type { PullRequest } from './PullRequest';

export interface Mergeability {
  /** Undefined: it is closed. */
  mergeable: boolean | undefined;
  /** GitHub's `mergeable_state`. */
  state:
    | 'behind'
    | 'blocked'
    | 'clean'
    | 'dirty'
    | 'draft'
    | 'unknown'
    | 'unstable';
  /** What protection still asks for. */
  missing?: string;
}

/** Whether git can merge a pull request, and whether its base would let it. */
export async function mergeabilityOf(
  repository: HostedRepository,
  pull: PullRequest,
  community: Community,
): Promise<Mergeability> {
  if (pull.state === 'closed') {
    return { mergeable: undefined, state: 'unknown' };
  }
  const { git } = repository;
  if (!(await mergeTrees(git, pull.baseSha, pull.headSha))) {
    return { mergeable: false, state: 'dirty' };
  }
  if (pull.draft) {
    return { mergeable: true, state: 'draft' };
  }
  const missing = await missingForMerge(repository, pull, community);
  if (missing) {
    const isBehind =
      repository.protections.get(pull.base)?.upToDate &&
      !(await isAncestor(git, pull.baseSha, pull.headSha));
    return { mergeable: true, state: isBehind ? 'behind' : 'blocked', missing };
  }
  const isUnstable = checksOf(repository, pull.headSha).some(
    check => check.state !== 'passed',
  );
  return { mergeable: true, state: isUnstable ? 'unstable' : 'clean' };
}
