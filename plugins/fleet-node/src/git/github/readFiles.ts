import type { Octokit } from '@octokit/rest';
import pLimit from 'p-limit';
import type { GitFile, GitFiles, GitReadOptions } from '../GitHost';
import type { GithubAddress } from './GithubAddress';
import { segmentsOf } from './segmentsOf';

interface Entry {
  path: string;
  mode: string;
  type: string;
  sha: string;
  size?: number;
}

const atOnce = 5;
const link = '120000';

/** The names in a folder at a revision; folders end with a slash. */
export async function listFolder(
  octokit: Octokit,
  address: GithubAddress,
  at: { path: string; revision: string },
): Promise<string[]> {
  const folder = await find(octokit, address, at);
  if (folder?.type !== 'tree') {
    return [];
  }
  const { entries } = await readTree(octokit, address, folder.sha);
  return entries.map(({ path, type }) => (type === 'tree' ? `${path}/` : path));
}

/** A file, or all files in a folder, at a revision, as far as the bounds go. */
export async function readFiles(
  octokit: Octokit,
  address: GithubAddress,
  options: { path: string; revision: string } & GitReadOptions,
): Promise<GitFiles> {
  const {
    wanted = () => true,
    mostFiles = 300,
    mostBytes = 5_000_000,
  } = options;
  const found = await find(octokit, address, options);
  if (!found) {
    return { files: [], complete: true };
  }
  const { entries, complete: isWhole } =
    found.type === 'tree'
      ? await readTree(octokit, address, found.sha, { recursive: '1' })
      : { entries: [{ ...found, path: '' }], complete: true };
  const root = segmentsOf(options.path);
  let bytes = 0;
  const all = entries
    .filter(({ type, mode }) => type === 'blob' && mode !== link)
    .map(({ path, ...entry }) => ({
      ...entry,
      path: [...root, ...segmentsOf(path)].join('/'),
    }))
    .filter(({ path }) => wanted(path));
  const some = all.slice(0, mostFiles).filter(({ size = 0 }) => {
    bytes += size;
    return bytes <= mostBytes;
  });
  const limit = pLimit(atOnce);
  const files = await Promise.all(
    some.map(({ path, sha }) =>
      limit(async (): Promise<GitFile> => {
        const { data } = await octokit.rest.git.getBlob({
          ...address,
          file_sha: sha,
        });
        return { path, text: Buffer.from(data.content, 'base64').toString() };
      }),
    ),
  );
  return { files, complete: isWhole && some.length === all.length };
}

/** Goes down from the root: the tree of a whole monorepo may be cut off. */
async function find(
  octokit: Octokit,
  address: GithubAddress,
  { path, revision }: { path: string; revision: string },
): Promise<Omit<Entry, 'path'> | undefined> {
  let found: Omit<Entry, 'path'> = { type: 'tree', mode: '', sha: revision };
  for (const segment of segmentsOf(path)) {
    if (found.type !== 'tree') {
      return undefined;
    }
    const { entries } = await readTree(octokit, address, found.sha);
    const next = entries.find(entry => entry.path === segment);
    if (!next) {
      return undefined;
    }
    found = next;
  }
  return found;
}

async function readTree(
  octokit: Octokit,
  address: GithubAddress,
  sha: string,
  options: { recursive?: string } = {},
): Promise<{ entries: Entry[]; complete: boolean }> {
  const { data } = await octokit.rest.git.getTree({
    ...address,
    tree_sha: sha,
    ...options,
  });
  return {
    entries: data.tree.filter((entry): entry is Entry =>
      Boolean(entry.path && entry.sha && entry.type && entry.mode),
    ),
    complete: !data.truncated,
  };
}
