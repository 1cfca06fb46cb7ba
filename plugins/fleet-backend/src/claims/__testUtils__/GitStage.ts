import { ConfigReader } from '@backstage/config';
import { GitHost } from '@fleetcommander/demo-fleet';
import { GitHosts } from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';

const repository = 'platform/fleet';

/** A Git host with a repository whose `main` takes what somebody approved, and what the backend knows of it. */
export class GitStage {
  static async start(files: Record<string, string>): Promise<GitStage> {
    const host = await GitHost.create({
      people: [
        { login: 'ada', token: 'token-of-ada', access: 'admin' },
        { login: 'grace', token: 'token-of-grace' },
        { login: 'fleet-bot', token: 'token-of-bot' },
      ],
      repositories: {
        [repository]: { files, protections: { main: { approvals: 1 } } },
      },
    });
    await host.start();
    return new GitStage(host);
  }

  /** Signed in as the bot. */
  readonly hosts: GitHosts;
  readonly config: RepositoryConfig;

  private constructor(readonly host: GitHost) {
    this.hosts = GitHosts.fromConfig(
      new ConfigReader({
        integrations: {
          github: [
            {
              host: new URL(host.url).host,
              apiBaseUrl: host.apiUrl,
              token: 'token-of-bot',
            },
          ],
        },
      }),
    );
    this.config = {
      url: `${host.url}/${repository}`,
      layout: { claims: 'infrastructure/claims/{environment}/{cluster}.yaml' },
    };
  }

  /** What `main` has at a path. */
  async read(path: string): Promise<string> {
    const files = await this.host.readFiles(repository, 'main');
    return files[path];
  }

  approve(number: number): Promise<void> {
    return this.#ask('POST', `/pulls/${number}/reviews`, { event: 'APPROVE' });
  }

  merge(number: number): Promise<void> {
    return this.#ask('PUT', `/pulls/${number}/merge`);
  }

  close(number: number): Promise<void> {
    return this.#ask('PATCH', `/pulls/${number}`, { state: 'closed' });
  }

  reopen(number: number): Promise<void> {
    return this.#ask('PATCH', `/pulls/${number}`, { state: 'open' });
  }

  /** Edits the body, which whoever may write to the repository can. */
  async edit(number: number, change: (body: string) => string): Promise<void> {
    const { body } = this.host.repository(repository).pulls.get(number)!;
    await this.#ask('PATCH', `/pulls/${number}`, { body: change(body ?? '') });
  }

  /** As grace. */
  async #ask(method: string, path: string, body = {}): Promise<void> {
    const answer = await fetch(
      `${this.host.apiUrl}/repos/${repository}${path}`,
      {
        method,
        headers: { authorization: 'Bearer token-of-grace' },
        body: JSON.stringify(body),
      },
    );
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${await answer.text()}`);
    }
  }
}
