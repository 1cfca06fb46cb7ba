import type { LocalRepository } from './LocalRepository';

/** What the API answers with; text is sent as it is. */
export interface ApiAnswer {
  status: number;
  body: object | string;
  headers?: Record<string, string>;
}

interface Question {
  /** `owner/name`. */
  repository: string;
  /** The path behind the repository. */
  question?: string;
  parameters: URLSearchParams;
}

const missing: ApiAnswer = { status: 404, body: { message: 'Not Found' } };
const hash = /^[0-9a-f]{40}$/;

/** Answers a question of the API from a repository. */
export async function answerOf(
  local: LocalRepository,
  { repository, question = '', parameters }: Question,
): Promise<ApiAnswer> {
  const [room, ...rest] = question.split('/');
  const subject = decodeURIComponent(rest.join('/'));
  switch (room) {
    case '':
      return { status: 200, body: { full_name: repository } };
    case 'commits':
      return subject
        ? headOf(local, subject)
        : history(local, repository, parameters);
    case 'compare':
      return compare(local, repository, subject);
    case 'git':
      return rest[0] === 'blobs'
        ? blob(local, rest[1])
        : tree(local, rest[1], parameters.has('recursive'));
    default:
      return missing;
  }
}

async function resolve(
  local: LocalRepository,
  ref: string,
): Promise<string | undefined> {
  try {
    const found = await local.git([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${ref}^{commit}`,
    ]);
    return found.trim();
  } catch {
    return undefined;
  }
}

async function headOf(local: LocalRepository, ref: string): Promise<ApiAnswer> {
  const found = await resolve(local, ref);
  return found
    ? { status: 200, body: found }
    : { status: 422, body: { message: `No commit found for SHA: ${ref}` } };
}

async function history(
  local: LocalRepository,
  repository: string,
  parameters: URLSearchParams,
): Promise<ApiAnswer> {
  const sha = await resolve(local, parameters.get('sha') ?? 'HEAD');
  if (!sha) {
    return missing;
  }
  const path = parameters.get('path');
  const log = await local.git([
    'log',
    `--max-count=${Number(parameters.get('per_page') ?? 30)}`,
    '--date=format-local:%Y-%m-%dT%H:%M:%SZ',
    '--format=%H%x00%cd%x00%B%x01',
    sha,
    '--',
    ...(path ? [path] : []),
  ]);
  return {
    status: 200,
    body: log
      .split('\x01')
      .map(entry => entry.trim())
      .filter(Boolean)
      .map(entry => {
        const [revision, date, message] = entry.split('\x00');
        return {
          sha: revision,
          html_url: `https://git.example.org/${repository}/commit/${revision}`,
          commit: { message, committer: { date } },
        };
      }),
  };
}

async function compare(
  local: LocalRepository,
  repository: string,
  basehead: string,
): Promise<ApiAnswer> {
  const [base, head] = await Promise.all(
    basehead.split('...').map(ref => resolve(local, ref)),
  );
  if (!base || !head) {
    return missing;
  }
  const counts = await local.git([
    'rev-list',
    '--left-right',
    '--count',
    `${base}...${head}`,
  ]);
  const [behind, ahead] = counts.trim().split(/\s+/).map(Number);
  return {
    status: 200,
    body: {
      html_url: `https://git.example.org/${repository}/compare/${basehead}`,
      ahead_by: ahead,
      behind_by: behind,
      total_commits: ahead,
      commits: [],
    },
  };
}

async function tree(
  local: LocalRepository,
  ref: string,
  recursive: boolean,
): Promise<ApiAnswer> {
  const isHash = hash.test(ref);
  if (!isHash && !(await resolve(local, ref))) {
    return missing;
  }
  const list = await local
    .git(['ls-tree', '--long', '-z', ...(recursive ? ['-r', '-t'] : []), ref])
    .catch(() => undefined);
  if (list === undefined) {
    return missing;
  }
  const entries = list.split('\0').filter(Boolean);
  return {
    status: 200,
    body: {
      sha: ref,
      truncated: false,
      tree: entries.map(entry => {
        const [about, path] = entry.split('\t');
        const [mode, type, sha, size] = about.split(/\s+/);
        return { path, mode, type, sha, size: Number(size) || undefined };
      }),
    },
  };
}

async function blob(local: LocalRepository, sha: string): Promise<ApiAnswer> {
  if (!hash.test(sha)) {
    return missing;
  }
  const text = await local.git(['cat-file', 'blob', sha]);
  return {
    status: 200,
    body: {
      sha,
      encoding: 'base64',
      content: Buffer.from(text).toString('base64'),
    },
  };
}
