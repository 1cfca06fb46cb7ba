import { readCommit } from '../git/commits';
import { treeOf, writeBlob, writeCommit } from '../git/objects';
import { listRefs, noCommit } from '../git/refs';
import { changeTree, isTreePath, listTree } from '../git/trees';
import type { ApiAnswer } from '../http/ApiAnswer';
import { ApiError, invalidRequest, notFound } from '../http/ApiError';
import type { WriteRequest } from '../http/ApiRequest';
import { moveRef } from '../model/moveRef';
import { refusalOf } from '../model/Protection';
import { gitCommitShape } from '../shapes/commitShape';
import { contentShape } from './contents';
import { signatureOf } from './gitCommits';

/** Writes one file as a commit of its own. */
export async function writeContent(request: WriteRequest): Promise<ApiAnswer> {
  const { repository, fields } = request;
  const text = fields.text('content').replace(/\s/g, '');
  if (!/^[A-Za-z\d+/]*={0,2}$/.test(text)) {
    throw new ApiError(422, 'content is not valid Base64');
  }
  const target = await targetOf(request);
  if (target.existing && !fields.optionalText('sha')) {
    throw invalidRequest(`"sha" wasn't supplied.`);
  }
  const content = Buffer.from(text, 'base64');
  const sha = await writeBlob(repository.git, content);
  const commit = await commitFile(request, target, sha);
  const entry = { path: target.path, sha, type: 'blob', mode: '100644' };
  return {
    status: target.existing ? 200 : 201,
    body: {
      content: contentShape(
        request,
        { ...entry, size: content.length },
        target.branch,
      ),
      commit,
    },
  };
}

export async function removeContent(request: WriteRequest): Promise<ApiAnswer> {
  const target = await targetOf(request);
  if (!target.existing) {
    throw notFound();
  }
  request.fields.text('sha');
  const commit = await commitFile(request, target, undefined);
  return { status: 200, body: { content: null, commit } };
}

interface Target {
  path: string;
  branch: string;
  /** Undefined: the repository is empty. */
  head: string | undefined;
  existing: string | undefined;
}

async function targetOf(request: WriteRequest): Promise<Target> {
  const { repository, parameters, fields } = request;
  const { git, defaultBranch, protections } = repository;
  const { path } = parameters;
  if (!isTreePath(path)) {
    throw new ApiError(422, 'path contains a malformed path component');
  }
  fields.text('message');
  const branch = fields.optionalText('branch') ?? defaultBranch;
  const all = await listRefs(git);
  const head = all.find(({ name }) => name === `refs/heads/${branch}`)?.sha;
  if (!head && all.length > 0) {
    throw new ApiError(404, `Branch ${branch} not found`);
  }
  const protection = protections.get(branch);
  if (protection) {
    throw new ApiError(409, `Could not update file: ${refusalOf(protection)}`);
  }
  const [found] = head ? (await listTree(git, head, { path })) ?? [] : [];
  const expected = fields.optionalText('sha');
  if (expected && expected !== found?.sha) {
    throw new ApiError(409, `${path} does not match ${expected}`);
  }
  return { path, branch, head, existing: found?.sha };
}

async function commitFile(
  { host, repository, person, fields }: WriteRequest,
  { path, branch, head }: Target,
  blob: string | undefined,
) {
  const { git } = repository;
  const base = head && (await treeOf(git, head));
  const tree = await changeTree(git, base, [{ path, sha: blob }]);
  const author = signatureOf(
    fields.object('author') ?? fields.object('committer'),
    person,
  );
  const sha = await writeCommit(git, {
    tree,
    parents: head ? [head] : [],
    message: fields.text('message'),
    author,
    committer: signatureOf(fields.object('committer'), person),
  });
  await moveRef(host, repository, {
    ref: `refs/heads/${branch}`,
    before: head ?? noCommit,
    after: sha,
    by: person,
  });
  return gitCommitShape(host, repository, await readCommit(git, sha));
}
