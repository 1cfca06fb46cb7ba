import { instant } from './git/commits';
import { lastChanges } from './git/lastChanges';
import { resolveCommit } from './git/refs';
import { requireGit } from './git/requireGit';
import { FaultPlan } from './FaultPlan';
import type { GitHostFault } from './Fault';
import { RateLimit } from './http/RateLimit';
import { GitHostServer, type GitHostRequest } from './http/GitHostServer';
import { commitFiles, type NewFiles } from './model/commitFiles';
import { createRepository } from './model/createRepository';
import type { HostedRepository } from './model/HostedRepository';
import { Person, type PersonOptions } from './model/Person';
import { readFiles } from './model/readFiles';
import type { RepositoryOptions } from './model/RepositoryOptions';
import { Webhooks } from './webhooks/Webhooks';

export interface GitHostOptions {
  /** 0 takes any that is free. */
  port?: number;
  /** The first commits what repositories begin with. */
  people: readonly PersonOptions[];
  /** By `owner/name`. */
  repositories: Readonly<Record<string, RepositoryOptions>>;
  /** Logins by `organization/slug`. */
  teams?: Readonly<Record<string, readonly string[]>>;
  /** Requests that each person has within an hour; GitHub's 5,000 where absent. */
  rateLimit?: number;
}

/** A ref that moved on the host. One side of one that was made or deleted is forty zeros. */
export interface GitHostPush {
  /** `owner/name`. */
  repository: string;
  /** In full: `refs/heads/main`. */
  ref: string;
  before: string;
  after: string;
  /** Login. */
  by: string;
}

/** Real Git repositories over HTTP, and the part of GitHub's API that changes to them need. Nobody but this machine reaches it. */
export class GitHost {
  static async create(options: GitHostOptions): Promise<GitHost> {
    await requireGit();
    const host = new GitHost(options);
    if (host.people.size === 0) {
      throw new Error('a Git host needs people: name one at least');
    }
    for (const [name, settings] of Object.entries(options.repositories)) {
      await host.addRepository(name, settings);
    }
    return host;
  }

  /** By login. */
  readonly people: ReadonlyMap<string, Person>;
  /** By `owner/name`. */
  readonly repositories = new Map<string, HostedRepository>();
  /** Logins by `organization/slug`. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  readonly webhooks = new Webhooks();
  readonly rateLimit: RateLimit;
  readonly since = instant(new Date());
  readonly #server = new GitHostServer(this);
  readonly #faults = new FaultPlan();
  readonly #listeners = new Set<(push: GitHostPush) => void>();
  readonly #port: number;
  #lastId: number;

  private constructor({
    port = 0,
    people,
    teams = {},
    rateLimit = 5000,
  }: GitHostOptions) {
    this.#port = port;
    this.#lastId = people.length;
    this.rateLimit = new RateLimit(rateLimit);
    this.teams = new Map(Object.entries(teams));
    this.people = new Map(
      people.map((person, index) => [
        person.login,
        new Person(index + 1, person),
      ]),
    );
  }

  /** Where its pages are and repositories are cloned from. */
  get url(): string {
    return this.#server.url;
  }

  /** What `apiBaseUrl` of its integration is. */
  get apiUrl(): string {
    return `${this.url}/api/v3`;
  }

  /** What its API was asked of late, the oldest first. */
  get requests(): GitHostRequest[] {
    return this.#server.requests;
  }

  async start(): Promise<void> {
    await this.#server.listen(this.#port);
  }

  /** Makes a repository, `owner/name`. */
  async addRepository(name: string, options: RepositoryOptions): Promise<void> {
    const [founder] = this.people.values();
    const repository = await createRepository(this, name, options, founder);
    this.repositories.set(name, repository);
  }

  /** Its repositories are gone then, unless they lay elsewhere before. */
  async stop(): Promise<void> {
    await this.#server.close();
    await this.webhooks.settle();
    for (const { git, isOwn } of this.repositories.values()) {
      if (isOwn) {
        await git.delete();
      }
    }
  }

  /** Lets its API fail from now on. */
  fail(fault: GitHostFault): void {
    this.#faults.set(fault);
  }

  heal(): void {
    this.#faults.set(undefined);
  }

  faultFor(method: string): GitHostFault | undefined {
    return this.#faults.next(method);
  }

  /** Calls for each ref that moves, whoever moved it in whichever way; answers how to end that. */
  onPush(listener: (push: GitHostPush) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  pushed(push: GitHostPush): void {
    for (const listener of this.#listeners) {
      listener(push);
    }
  }

  /** The hash that a branch, a tag or a hash stands for. */
  async headOf(name: string, ref: string): Promise<string | undefined> {
    return resolveCommit(this.repository(name).git, ref);
  }

  /** The text files of a repository at a ref, by path; those in a folder only where one is named. */
  async readFiles(
    name: string,
    ref: string,
    folder = '',
  ): Promise<Record<string, string>> {
    return readFiles(this.repository(name), ref, folder);
  }

  /** When each file of a repository changed last before a ref. */
  async lastChanges(name: string, ref: string): Promise<Map<string, Date>> {
    return lastChanges(this.repository(name).git, ref);
  }

  /** Commits past all protection, as somebody with such rights pushes; answers the hash. A file without text is deleted. */
  async commit(name: string, files: NewFiles): Promise<string> {
    const repository = this.repository(name);
    return repository.exclusively(() => commitFiles(this, repository, files));
  }

  nextId(): number {
    return ++this.#lastId;
  }

  repository(name: string): HostedRepository {
    const repository = this.repositories.get(name);
    if (!repository) {
      throw new Error(
        `there is no repository ${name}; known are ${[
          ...this.repositories.keys(),
        ].join(', ')}`,
      );
    }
    return repository;
  }
}
