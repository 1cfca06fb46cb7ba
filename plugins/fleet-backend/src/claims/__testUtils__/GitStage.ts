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

  async approve(number: number): Promise<void> {
    await this.#ask('POST', `/pulls/${number}/reviews`, { event: 'APPROVE' });
  }

  async merge(number: number): Promise<void> {
    await this.#ask('PUT', `/pulls/${number}/merge`);
  }

  async close(number: number): Promise<void> {
    await this.#ask('PATCH', `/pulls/${number}`, { state: 'closed' });
  }

  async reopen(number: number): Promise<void> {
    await this.#ask('PATCH', `/pulls/${number}`, { state: 'open' });
  }

  /** Edits the body, which whoever may write to the repository can. */
  async edit(number: number, change: (body: string) => string): Promise<void> {
    const { body } = this.host.repository(repository).pulls.get(number)!;
    await this.#ask('PATCH', `/pulls/${number}`, { body: change(body ?? '') });
  }

  /** Puts another commit in place of the only one of a pull request, and signs it with the name of the bot. */
  async replace(number: number): Promise<void> {
    const { head, headSha } = this.host
      .repository(repository)
      .pulls.get(number)!;
    const { tree, parents } = await this.#ask<{
      tree: { sha: string };
      parents: { sha: string }[];
    }>('GET', `/git/commits/${headSha}`);
    const bot = this.host.people.get('fleet-bot')!;
    const { sha } = await this.#ask<{ sha: string }>('POST', '/git/commits', {
      message: 'Promote bookings 1.5.0 to production',
      tree: tree.sha,
      parents: parents.map(parent => parent.sha),
      author: { name: bot.name, email: bot.email },
    });
    await this.#ask('PATCH', `/git/refs/heads/${head}`, { sha, force: true });
  }

  /** As grace. */
  async #ask<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(
      `${this.host.apiUrl}/repos/${repository}${path}`,
      {
        method,
        headers: { authorization: 'Bearer token-of-grace' },
        body: body && JSON.stringify(body),
      },
    );
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${await answer.text()}`);
    }
    return answer.json() as Promise<T>;
  }
}
