import type { GitHost } from '../GitHost';
import { readLog } from '../git/commits';
import { isAncestor, noCommit } from '../git/refs';
import type { HostedRepository } from '../model/HostedRepository';
import type { RefMove } from '../model/moveRef';
import { gitCommitShape } from '../shapes/commitShape';
import { announce } from './announce';

/** As many as GitHub's events name. */
const mostCommits = 20;

/** Tells the listeners of the host and the webhooks of a repository of a push. */
export async function announcePush(
  host: GitHost,
  repository: HostedRepository,
  { ref, before, after, by }: RefMove,
): Promise<void> {
  const created = before === noCommit;
  const deleted = after === noCommit;
  const { git } = repository;
  const log = deleted
    ? []
    : await readLog(git, [
        `--max-count=${mostCommits}`,
        ...(created ? [after, '--max-count=1'] : [`${before}..${after}`]),
      ]);
  const commits = log.reverse().map(commit => {
    const { sha, tree, ...shape } = gitCommitShape(host, repository, commit);
    return { ...shape, id: sha, tree_id: tree.sha };
  });
  announce(host, repository, 'push', {
    ref,
    before,
    after,
    created,
    deleted,
    forced: !created && !deleted && !(await isAncestor(git, before, after)),
    base_ref: null,
    compare: `${host.url}/${repository.fullName}/compare/${before}...${after}`,
    commits,
    head_commit: commits.at(-1) ?? null,
    pusher: { name: by.login, email: by.email },
    by,
  });
  host.pushed({
    repository: repository.fullName,
    ref,
    before,
    after,
    by: by.login,
  });
}
