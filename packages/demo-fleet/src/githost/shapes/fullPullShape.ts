import type { GitHost } from '../GitHost';
import { diffFiles, mergeBase } from '../git/diff';
import type { HostedRepository } from '../model/HostedRepository';
import { mergeabilityOf } from '../model/mergeability';
import type { PullRequest } from '../model/PullRequest';
import { pullShape } from './pullShape';
import { userShape } from './userShape';

/** A pull request as it is told to whom asks for that one. */
export async function fullPullShape(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
) {
  const { git } = repository;
  const base = await mergeBase(git, pull.baseSha, pull.headSha);
  const [{ mergeable, state }, count, files] = await Promise.all([
    mergeabilityOf(repository, pull, host),
    git.text(['rev-list', '--count', `${pull.baseSha}..${pull.headSha}`]),
    base ? diffFiles(git, base, pull.headSha) : [],
  ]);
  const sum = (key: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[key], 0);
  return {
    ...pullShape(host, repository, pull),
    merged: pull.merged !== undefined,
    mergeable: mergeable ?? null,
    rebaseable: mergeable ?? null,
    mergeable_state: state,
    merged_by: pull.merged ? userShape(host, pull.merged.by) : null,
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: Number(count),
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
  };
}
