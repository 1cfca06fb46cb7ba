import { readBlob } from '../git/objects';
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
  const files: Record<string, string> = {};
  for (const entry of entries) {
    if (entry.type === 'blob' && entry.path.startsWith(prefix)) {
      files[entry.path] = (await readBlob(git, entry.sha)).toString('utf8');
    }
  }
  return files;
}
