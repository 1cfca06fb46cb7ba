import { listRefs, resolveCommit } from '../git/refs';
import { isTreePath } from '../git/trees';
import { notFound } from '../http/ApiError';
import type { HostedRepository } from '../model/HostedRepository';

export interface RefAndPath {
  ref: string;
  commit: string;
  /** Empty at the root. */
  path: string;
}

/** Tells a branch from the path behind it, since both have slashes. */
export async function refAndPath(
  { git }: HostedRepository,
  text: string,
): Promise<RefAndPath> {
  const branches = (await listRefs(git, 'refs/heads/')).map(({ name }) =>
    name.slice('refs/heads/'.length),
  );
  const [first] = text.split('/');
  const ref =
    branches.find(name => text === name || text.startsWith(`${name}/`)) ??
    first;
  const commit = await resolveCommit(git, ref);
  const path = text.slice(ref.length).replace(/^\/+|\/+$/g, '');
  if (!commit || (path && !isTreePath(path))) {
    throw notFound();
  }
  return { ref, commit, path };
}
