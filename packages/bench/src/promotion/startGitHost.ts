import { GitHost } from '@fleetcommander/demo-fleet';

const login = 'bench';
const token = 'token-of-bench';

/** The repository that everything lies in. */
const name = 'platform/fleet';

/** A Git host with one repository, and what it is asked with. */
export async function startGitHost(files: Record<string, string>) {
  const host = await GitHost.create({
    people: [{ login, token, access: 'admin' }],
    repositories: { [name]: { files } },
    rateLimit: 10_000_000,
  });
  await host.start();
  const url = `${host.url}/${name}`;
  return {
    host,
    url,
    integrations: {
      github: [
        { host: new URL(host.url).host, apiBaseUrl: host.apiUrl, token },
      ],
    },
    stop: () => host.stop(),
  };
}
