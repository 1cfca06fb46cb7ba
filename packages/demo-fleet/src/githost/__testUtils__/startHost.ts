import { Octokit } from '@octokit/rest';
import { GitHost, type GitHostOptions } from '../GitHost';
import type { RepositoryOptions } from '../model/RepositoryOptions';

export const address = { owner: 'platform', repo: 'fleet' };
export const name = 'platform/fleet';

/** A host with one repository, two people who review, one who reads and a bot. */
export async function startHost(
  repository: RepositoryOptions = {},
  options: Partial<GitHostOptions> = {},
): Promise<GitHost> {
  const host = await GitHost.create({
    people: [
      { login: 'ada', name: 'Ada', token: 'token-of-ada', access: 'admin' },
      { login: 'grace', name: 'Grace', token: 'token-of-grace' },
      { login: 'fleet-bot', token: 'token-of-bot' },
      { login: 'reader', token: 'token-of-reader', access: 'read' },
      { login: 'stranger', token: 'token-of-stranger', access: 'none' },
    ],
    repositories: {
      [name]: {
        files: {
          'README.md': '# Fleet\n',
          'apps/web/deployment.yaml': 'replicas: 1\nimage: web:1\n',
          'apps/web/service.yaml': 'port: 80\n',
        },
        ...repository,
      },
    },
    teams: { 'platform/platform': ['ada', 'grace'] },
    ...options,
  });
  await host.start();
  return host;
}

export type Signed = 'ada' | 'grace' | 'bot' | 'reader' | 'stranger' | 'nobody';

/** The client that everybody uses, unchanged. */
export function octokit(host: GitHost, as: Signed = 'bot'): Octokit {
  return new Octokit({
    baseUrl: host.apiUrl,
    ...(as !== 'nobody' && { auth: `token-of-${as}` }),
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
}

/** Commits files to a new branch the way the API has it: blobs, tree, commit, ref. */
export async function propose(
  client: Octokit,
  branch: string,
  files: Record<string, string | undefined>,
  options: { onto?: string; message?: string } = {},
): Promise<string> {
  const { data: base } = await client.rest.repos.getCommit({
    ...address,
    ref: options.onto ?? 'main',
  });
  const { data: tree } = await client.rest.git.createTree({
    ...address,
    base_tree: base.commit.tree.sha,
    tree: Object.entries(files).map(([path, content]) => ({
      path,
      mode: '100644',
      type: 'blob',
      ...(content === undefined ? { sha: null } : { content }),
    })),
  });
  const { data: commit } = await client.rest.git.createCommit({
    ...address,
    message: options.message ?? `Change ${branch}`,
    tree: tree.sha,
    parents: [base.sha],
  });
  await client.rest.git.createRef({
    ...address,
    ref: `refs/heads/${branch}`,
    sha: commit.sha,
  });
  return commit.sha;
}
