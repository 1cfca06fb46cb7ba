import type { GitHost } from '../GitHost';
import type { GitCommitRecord } from '../git/commits';
import { instant } from '../git/commits';
import type { FileDiff } from '../git/diff';
import type { GitSignature } from '../git/GitFolder';
import type { HostedRepository } from '../model/HostedRepository';
import { nodeId } from './nodeId';
import { userByEmail } from './userShape';

function verificationOf({ verified }: HostedRepository, sha: string) {
  const isVerified = verified.has(sha);
  return {
    verified: isVerified,
    reason: isVerified ? 'valid' : 'unsigned',
    signature: null,
    payload: null,
    verified_at: null,
  };
}

/** As `git/commits` answers. */
export function gitCommitShape(
  host: GitHost,
  repository: HostedRepository,
  commit: GitCommitRecord,
) {
  const { fullName } = repository;
  const own = `${host.apiUrl}/repos/${fullName}/git`;
  const page = `${host.url}/${fullName}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${own}/commits/${commit.sha}`,
    html_url: `${page}/${commit.sha}`,
    author: signatureShape(commit.author),
    committer: signatureShape(commit.committer),
    tree: { sha: commit.tree, url: `${own}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map(sha => ({
      sha,
      url: `${own}/commits/${sha}`,
      html_url: `${page}/${sha}`,
    })),
    verification: verificationOf(repository, commit.sha),
  };
}

/** As `commits` answers. */
export function commitShape(
  host: GitHost,
  repository: HostedRepository,
  commit: GitCommitRecord,
) {
  const own = `${host.apiUrl}/repos/${repository.fullName}`;
  const { author, committer, tree, message, verification } = gitCommitShape(
    host,
    repository,
    commit,
  );
  const page = `${host.url}/${repository.fullName}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    commit: {
      author,
      committer,
      message,
      tree,
      url: `${own}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification,
    },
    url: `${own}/commits/${commit.sha}`,
    html_url: `${page}/${commit.sha}`,
    comments_url: `${own}/commits/${commit.sha}/comments`,
    author: userByEmail(host, commit.author.email),
    committer: userByEmail(host, commit.committer.email),
    parents: commit.parents.map(sha => ({
      sha,
      url: `${own}/commits/${sha}`,
      html_url: `${page}/${sha}`,
    })),
  };
}

/** A file that a commit, a comparison or a pull request changes. */
export function fileShape(
  host: GitHost,
  { fullName }: HostedRepository,
  file: FileDiff,
  head: string,
) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const own = `${host.apiUrl}/repos/${fullName}`;
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${host.url}/${fullName}/blob/${head}/${path}`,
    raw_url: `${host.url}/${fullName}/raw/${head}/${path}`,
    contents_url: `${own}/contents/${path}?ref=${head}`,
    ...(file.patch && { patch: file.patch }),
    ...(file.previousPath && { previous_filename: file.previousPath }),
  };
}

function signatureShape({ name, email, date }: GitSignature) {
  return { name, email, date: instant(date) };
}
