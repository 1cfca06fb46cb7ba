import type { GitFolder } from './GitFolder';

export interface GitRef {
  /** In full: `refs/heads/main`. */
  name: string;
  sha: string;
  type: string;
}

export const noCommit = '0'.repeat(40);
const hash = /^[0-9a-f]{40}$/;

export function isHash(text: string): boolean {
  return hash.test(text);
}

/** The commit that a branch, a tag, a full ref or a hash stands for. */
export async function resolveCommit(
  git: GitFolder,
  ref: string,
): Promise<string | undefined> {
  // Of what git would understand beyond that (`main~3`, `:/text`, `@{now}`), GitHub's API understands nothing.
  if (!/^[\p{L}\p{N}_.@/+#=-]+$/u.test(ref) || ref.startsWith('-')) {
    return undefined;
  }
  const candidates = /^[0-9a-f]{7,40}$/.test(ref)
    ? [ref]
    : [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`, ref];
  const answers = await git.text(['cat-file', '--batch-check'], {
    stdin: candidates.map(candidate => `${candidate}^{commit}\n`).join(''),
  });
  return /^([0-9a-f]{40}) commit /m.exec(answers)?.[1];
}

/** The refs whose full names begin with a prefix that ends a segment. */
export async function listRefs(
  git: GitFolder,
  prefix = 'refs/',
): Promise<GitRef[]> {
  const text = await git.text([
    'for-each-ref',
    '--format=%(refname) %(objectname) %(objecttype)',
    ...(prefix.endsWith('/') ? [prefix.slice(0, -1)] : [prefix]),
  ]);
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const [name, sha, type] = line.split(' ');
      return { name, sha, type };
    });
}

/** Moves a ref, unless it is no longer where it was thought to be. */
export async function updateRef(
  git: GitFolder,
  options: { ref: string; before: string; after: string },
): Promise<void> {
  const { ref, before, after } = options;
  await git.run(
    after === noCommit
      ? ['update-ref', '-d', ref, before]
      : ['update-ref', ref, after, before],
  );
}

/** Whether git would take a full ref under such a name. */
export async function isRefName(git: GitFolder, ref: string): Promise<boolean> {
  if (Buffer.byteLength(ref) > 255 || ref.includes('\0')) {
    return false;
  }
  const { exitCode } = await git.run(['check-ref-format', ref], { allow: [1] });
  return exitCode === 0;
}

/** Whether `ancestor` is in the history of `commit`. */
export async function isAncestor(
  git: GitFolder,
  ancestor: string,
  commit: string,
): Promise<boolean> {
  const { exitCode } = await git.run(
    ['merge-base', '--is-ancestor', ancestor, commit],
    { allow: [1] },
  );
  return exitCode === 0;
}
