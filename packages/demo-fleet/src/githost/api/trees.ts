import { treeOf, typeOf, writeBlob } from '../git/objects';
import { isHash, resolveCommit } from '../git/refs';
import {
  changeTree,
  isTreePath,
  listTree,
  type TreeChange,
  type TreeEntry,
} from '../git/trees';
import { created, ok } from '../http/ApiAnswer';
import { ApiError, notFound } from '../http/ApiError';
import type { RepositoryRequest } from '../http/ApiRequest';
import type { Fields } from '../http/Fields';
import type { RepositoryRoute } from '../http/Route';
import type { HostedRepository } from '../model/HostedRepository';

const modes = ['100644', '100755', '040000', '120000'] as const;

export const trees: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/git/trees/{ref*}',
    needs: 'read',
    async answer(request) {
      const { repository, parameters, url } = request;
      const { git } = repository;
      const sha = isHash(parameters.ref)
        ? parameters.ref
        : await resolveCommit(git, parameters.ref);
      const recursive = url.searchParams.has('recursive');
      const entries = sha && (await listTree(git, sha, { recursive }));
      if (!sha || !entries) {
        throw notFound();
      }
      return ok(treeShape(request, sha, entries));
    },
  },
  {
    method: 'POST',
    path: '/git/trees',
    needs: 'write',
    async answer(request) {
      const { repository, fields } = request;
      const base = await baseOf(repository, fields.optionalText('base_tree'));
      const changes: TreeChange[] = [];
      for (const entry of fields.objects('tree')) {
        changes.push(await changeOf(repository, entry));
      }
      await refuseMissing(repository, base, changes);
      const sha = await changeTree(repository.git, base, changes);
      const entries = (await listTree(repository.git, sha)) ?? [];
      return created(treeShape(request, sha, entries));
    },
  },
];

async function baseOf(
  { git }: HostedRepository,
  sha: string | undefined,
): Promise<string | undefined> {
  const type = sha && isHash(sha) ? await typeOf(git, sha) : undefined;
  if (sha && type !== 'tree' && type !== 'commit') {
    throw new ApiError(422, 'base_tree is not a valid tree oid');
  }
  return sha && (type === 'commit' ? treeOf(git, sha) : sha);
}

async function changeOf(
  { git }: HostedRepository,
  entry: Fields,
): Promise<TreeChange> {
  const path = entry.text('path');
  if (!isTreePath(path)) {
    throw new ApiError(422, 'tree.path contains a malformed path component');
  }
  const mode = entry.oneOf('mode', modes) ?? '100644';
  const content = entry.optionalText('content');
  if (content !== undefined) {
    return { path, mode, sha: await writeBlob(git, Buffer.from(content)) };
  }
  if (entry.isNull('sha')) {
    return { path };
  }
  const sha = entry.text('sha');
  const type = isHash(sha) ? await typeOf(git, sha) : undefined;
  if (type !== (mode === '040000' ? 'tree' : 'blob')) {
    throw new ApiError(422, `tree.sha ${sha} is not a valid ${mode} object`);
  }
  return { path, mode, sha };
}

/** GitHub removes nothing that is not there. */
async function refuseMissing(
  { git }: HostedRepository,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<void> {
  for (const { path, sha } of changes) {
    const found = sha || (base && (await listTree(git, base, { path })));
    if (!found || found.length === 0) {
      throw new ApiError(422, 'GitRPC::BadObjectState');
    }
  }
}

function treeShape(
  { host, repository }: RepositoryRequest,
  sha: string,
  entries: readonly TreeEntry[],
) {
  const own = `${host.apiUrl}/repos/${repository.fullName}/git`;
  return {
    sha,
    url: `${own}/trees/${sha}`,
    tree: entries.map(entry => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      ...(entry.type === 'blob' && { size: entry.size }),
      url: `${own}/${entry.type === 'tree' ? 'trees' : 'blobs'}/${entry.sha}`,
    })),
    truncated: false,
  };
}
