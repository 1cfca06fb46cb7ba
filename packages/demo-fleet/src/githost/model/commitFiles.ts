import type { GitHost } from '../GitHost';
import { treeOf, writeBlob, writeCommit } from '../git/objects';
import { noCommit, resolveCommit } from '../git/refs';
import { changeTree, isTreePath, type TreeChange } from '../git/trees';
import type { HostedRepository } from './HostedRepository';
import { signatureFor } from './mergePull';
import { moveRef } from './moveRef';
import type { Person } from './Person';

export interface NewFiles {
  /** By path; without text a file is deleted. */
  files: Readonly<Record<string, string | undefined>>;
  message: string;
  /** Login; absent: the first of the people. */
  by?: string;
  /** Absent: the default branch. */
  branch?: string;
  /** Absent: now. */
  at?: Date;
}

/** Writes files as one commit on a branch. */
export async function commitFiles(
  host: GitHost,
  repository: HostedRepository,
  { files, message, by, branch = repository.defaultBranch, at }: NewFiles,
): Promise<string> {
  const { git } = repository;
  const person = authorOf(host, by);
  const head = await resolveCommit(git, `refs/heads/${branch}`);
  const parent = head ?? (await resolveCommit(git, repository.defaultBranch));
  const changes: TreeChange[] = [];
  for (const [path, text] of Object.entries(files)) {
    if (!isTreePath(path)) {
      throw new Error(`"${path}" is no path of a repository`);
    }
    const sha =
      text === undefined ? undefined : await writeBlob(git, Buffer.from(text));
    changes.push({ path, sha });
  }
  const signature = signatureFor(person, at);
  const sha = await writeCommit(git, {
    tree: await changeTree(git, parent && (await treeOf(git, parent)), changes),
    parents: parent ? [parent] : [],
    message,
    author: signature,
    committer: signature,
  });
  await moveRef(host, repository, {
    ref: `refs/heads/${branch}`,
    before: head ?? noCommit,
    after: sha,
    by: person,
  });
  return sha;
}

function authorOf({ people }: GitHost, login: string | undefined): Person {
  const [founder] = people.values();
  const person = login === undefined ? founder : people.get(login);
  if (!person) {
    throw new Error(`nobody is called ${login} on this Git host`);
  }
  return person;
}
