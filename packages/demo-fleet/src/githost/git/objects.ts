import type { GitFolder, GitSignature } from './GitFolder';

/** What kind of object a hash names, where there is one. */
export async function typeOf(
  git: GitFolder,
  sha: string,
): Promise<string | undefined> {
  const { stdout, exitCode } = await git.run(['cat-file', '-t', sha], {
    allow: [1, 128],
  });
  return exitCode === 0 ? stdout.toString('utf8').trim() : undefined;
}

export async function readBlob(git: GitFolder, sha: string): Promise<Buffer> {
  return (await git.run(['cat-file', 'blob', sha])).stdout;
}

/** Many at once, in the order that they are asked for. */
export async function readBlobs(
  git: GitFolder,
  shas: readonly string[],
): Promise<Buffer[]> {
  const { stdout } = await git.run(['cat-file', '--batch'], {
    stdin: shas.map(sha => `${sha}\n`).join(''),
  });
  let at = 0;
  return shas.map(() => {
    const end = stdout.indexOf('\n', at);
    const size = Number(stdout.toString('latin1', at, end).split(' ')[2]);
    at = end + 1 + size + 1;
    return stdout.subarray(end + 1, end + 1 + size);
  });
}

export async function writeBlob(
  git: GitFolder,
  content: Buffer,
): Promise<string> {
  const { stdout } = await git.run(['hash-object', '-w', '--stdin'], {
    stdin: content,
  });
  return stdout.toString('utf8').trim();
}

export interface NewCommit {
  tree: string;
  parents: readonly string[];
  message: string;
  author: GitSignature;
  committer: GitSignature;
}

export async function writeCommit(
  git: GitFolder,
  { tree, parents, message, author, committer }: NewCommit,
): Promise<string> {
  const text = await git.text(
    ['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent])],
    { stdin: message, author, committer },
  );
  return text.trim();
}

export async function treeOf(git: GitFolder, commit: string): Promise<string> {
  return (await git.text(['rev-parse', `${commit}^{tree}`])).trim();
}
