import { ConfigReader } from '@backstage/config';
import { GitHost } from '@fleetcommander/demo-fleet';
import { Octokit } from '@octokit/rest';
import type { GitChange } from '../GitChange';
import { GitHosts } from '../GitHosts';

export const address = { owner: 'platform', repo: 'fleet' };
export const name = 'platform/fleet';
export const list = 'infrastructure/claims/staging/kustomization.yaml';

export const claim = 'infrastructure/claims/staging/one.yaml';
export const order: GitChange = {
  branch: 'fleet/order/one',
  base: 'main',
  title: 'Order one',
  body: 'Why',
  files: [
    { path: claim, text: 'kind: KubernetesCluster\n' },
    { path: list, text: 'resources:\n  - one.yaml\n' },
  ],
};
export const bigger: GitChange = {
  ...order,
  title: 'Order a bigger one',
  files: [{ path: claim, text: 'size: big\n' }, order.files[1]],
};

/** A host with one repository whose main asks for a review. */
export async function createDemo(): Promise<GitHost> {
  const host = await GitHost.create({
    people: [
      { login: 'ada', token: 'token-of-ada', access: 'admin' },
      { login: 'grace', token: 'token-of-grace' },
      { login: 'fleet-bot', token: 'token-of-bot' },
      { login: 'reader', token: 'token-of-reader', access: 'read' },
    ],
    repositories: {
      [name]: {
        files: { 'README.md': '# Fleet\n', [list]: 'resources: []\n' },
        protections: { main: { approvals: 1 } },
      },
    },
  });
  await host.start();
  return host;
}

/** The client that is tested, for an integration's token, or a user's beside it. */
export function connect(
  apiUrl: string,
  token = 'token-of-bot',
  userToken?: string,
  paced?: boolean,
) {
  const { host } = new URL(apiUrl);
  return GitHosts.fromConfig(
    new ConfigReader({
      integrations: { github: [{ host, apiBaseUrl: apiUrl, token }] },
    }),
    { paced },
  ).find(`http://${host}/${name}`, { token: userToken });
}

/** What others do meanwhile. */
export function octokit(host: GitHost, login: string): Octokit {
  return new Octokit({ baseUrl: host.apiUrl, auth: `token-of-${login}` });
}
