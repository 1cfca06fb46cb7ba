import { readBlob } from '../git/objects';
import { resolveCommit } from '../git/refs';
import { isTreePath, listTree, type TreeEntry } from '../git/trees';
import { media, ok } from '../http/ApiAnswer';
import { ApiError, notFound } from '../http/ApiError';
import type { RepositoryRequest } from '../http/ApiRequest';
import type { RepositoryRoute } from '../http/Route';
import { removeContent, writeContent } from './writeContent';

export const contents: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/contents/{path*}',
    needs: 'read',
    answer: readContent,
  },
  { method: 'GET', path: '/contents', needs: 'read', answer: readContent },
  {
    method: 'PUT',
    path: '/contents/{path*}',
    needs: 'write',
    answer: writeContent,
  },
  {
    method: 'DELETE',
    path: '/contents/{path*}',
    needs: 'write',
    answer: removeContent,
  },
];

async function readContent(request: RepositoryRequest) {
  const { repository, parameters, url, form } = request;
  const { git, defaultBranch } = repository;
  const path = (parameters.path ?? '').replace(/^\/+|\/+$/g, '');
  const ref = url.searchParams.get('ref') ?? defaultBranch;
  const commit = await resolveCommit(git, ref);
  if (!commit) {
    throw new ApiError(404, `No commit found for the ref ${ref}`);
  }
  if (path && !isTreePath(path)) {
    throw notFound();
  }
  const [found] = path ? (await listTree(git, commit, { path })) ?? [] : [];
  if (path && !found) {
    throw notFound();
  }
  if (found && found.type !== 'tree') {
    const content = await readBlob(git, found.sha);
    return form === 'raw'
      ? media('application/vnd.github.raw; charset=utf-8', content)
      : ok({
          ...contentShape(request, found, ref),
          content: content.toString('base64').replace(/.{1,60}/g, '$&\n'),
          encoding: 'base64',
        });
  }
  const entries = (await listTree(git, found?.sha ?? commit)) ?? [];
  return ok(
    entries.map(entry =>
      contentShape(
        request,
        { ...entry, path: path ? `${path}/${entry.path}` : entry.path },
        ref,
      ),
    ),
  );
}

function contentType(type: string, mode: string): string {
  if (type !== 'blob') {
    return 'dir';
  }
  return mode === '120000' ? 'symlink' : 'file';
}

export function contentShape(
  { host, repository }: RepositoryRequest,
  { path, sha, type, mode, size = 0 }: TreeEntry,
  ref: string,
) {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const own = `${host.apiUrl}/repos/${repository.fullName}`;
  const page = `${host.url}/${repository.fullName}`;
  const isFile = type === 'blob';
  const url = `${own}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const html = `${page}/${isFile ? 'blob' : 'tree'}/${ref}/${encoded}`;
  const git = `${own}/git/${isFile ? 'blobs' : 'trees'}/${sha}`;
  return {
    name: path.split('/').at(-1),
    path,
    sha,
    size,
    url,
    html_url: html,
    git_url: git,
    download_url: isFile ? `${page}/raw/${ref}/${encoded}` : null,
    type: contentType(type, mode),
    _links: { self: url, git, html },
  };
}
