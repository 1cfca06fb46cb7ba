import { readBlobs } from '../git/objects';
import { resolveCommit } from '../git/refs';
import { listTree } from '../git/trees';
import type { HostedRepository } from './HostedRepository';

/** The text files at a ref, by path. */
export async function readFiles(
  { git, fullName }: HostedRepository,
  ref: string,
  folder: string,
): Promise<Record<string, string>> {
  const sha = await resolveCommit(git, ref);
  if (!sha) {
    throw new Error(`${fullName} has no ${ref}`);
  }
  const prefix = folder && `${folder.replace(/\/+$/, '')}/`;
  const entries = (await listTree(git, sha, { recursive: true })) ?? [];
  const wanted = entries.filter(
    ({ type, path }) => type === 'blob' && path.startsWith(prefix),
  );
  const blobs = await readBlobs(
    git,
    wanted.map(entry => entry.sha),
  );
  return Object.fromEntries(
    wanted.map(({ path }, index) => [path, blobs[index].toString('utf8')]),
  );
}
