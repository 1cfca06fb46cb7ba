import type { GateEnforcement } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GitError,
  readChange,
  type GatePullRequest,
  type GitBranchRules,
  type GitCheckReporter,
  type GitHost,
  type GitHosts,
  type GitPullRequest,
  type GitRepository,
  type Known,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { loginsIn } from './loginsIn';
import { membersOf } from './membersOf';
import type { People } from '../people/People';
import type { RequesterLogins } from './RequesterLogins';

/** Login of the integration, where the host tells it. */
type Account = Known<string | undefined>;

const enforcedBy: Readonly<Record<GitCheckReporter, GateEnforcement>> = {
  'own-app': 'required',
  'another-app': 'required-of-another',
  anybody: 'forgeable',
  unknown: 'unknown',
};

/** How long what changes without the pull request is believed. */
const believedMs = 5 * 60_000;
/** What follows from a hash never changes. */
const dayMs = 24 * 60 * 60_000;

/**
 * Asks a Git host what gates go by. What follows from the head alone is asked once for it, what the branch demands and who is in a
 * team every few minutes; reviews and checks each time, which costs nothing of the rate limit where they are unchanged. What it does not
 * answer is not known, and hides nothing else.
 */
export class RequestFacts {
  readonly #remembered = new Map<
    string,
    { until: number; answer: Promise<Known<unknown>> }
  >();

  constructor(
    private readonly options: {
      hosts: Pick<GitHosts, 'find'>;
      logins: Pick<RequesterLogins, 'of' | 'whoAre'>;
      /** Our own, which must not wait for itself. */
      statusContext: string;
    },
  ) {}

  /** @throws GitError where the pull request itself cannot be read. */
  async of(request: {
    repository: string;
    number: number;
    /** Entity ref, as it was told first. */
    requester?: string;
    /** Slugs of those that gates name. */
    teams: readonly string[];
  }): Promise<GatePullRequest> {
    const { host, repository } = this.options.hosts.find(request.repository);
    const { number } = request;
    const pullRequest = await host.pullRequest(repository, number);
    const { head, base } = pullRequest;
    const at = (what: string) => `${request.repository} ${what}`;
    // What a pull request changes depends on what it is merged into.
    const pair = `${number} ${head} ${base}`;
    const once = <T>(what: string, ask: () => Promise<T>) =>
      this.#remember(at(`${pair} ${what}`), dayMs, ask);
    const files = await once('files', async () => {
      const changed = await host.changedFiles(repository, number);
      if (!changed.complete) {
        throw new GitError(
          'broken-answer',
          'the Git host does not list all of its files: it has too many',
        );
      }
      return changed.files;
    });
    const account = await known(() => host.account(repository));
    const [requesters, checks, reviews, commits, forcePushes, rules, owners] =
      await Promise.all([
        this.#requesters(pullRequest, account, request.requester),
        known(() => this.#checks(host, repository, pullRequest)),
        known(() => host.reviews(repository, number)),
        once('commits', () => host.pullRequestCommits(repository, number)),
        known(() => host.forcePushes(repository, number)),
        this.#rules(request.repository, base),
        'unknown' in files
          ? files
          : this.#remember(at(`${pair} owners`), believedMs, async () =>
              host.ownersOf(repository, {
                // What a change says of its own owners does not count.
                revision: await host.headOf(repository, base),
                paths: files.known.map(({ path }) => path),
              }),
            ),
      ]);
    const slugs = [
      ...request.teams,
      ...('known' in owners ? teamsOf(owners.known.rules) : []),
    ];
    const teams = await Promise.all(
      [...new Set(slugs)].map(
        async slug =>
          [
            slug,
            await this.#remember(at(`team ${slug}`), believedMs, () =>
              membersOf(host, repository, slug),
            ),
          ] as const,
      ),
    );
    const people = await this.#peopleOf(
      loginsIn({
        pullRequest,
        requesters,
        reviews,
        commits,
        forcePushes,
        owners,
      }),
    );
    return {
      people,
      pullRequest,
      requesters,
      checks,
      reviews,
      commits,
      forcePushes,
      files,
      rules: this.#withoutOurs(rules),
      owners,
      teams: Object.fromEntries(teams),
    };
  }

  /** Whether a branch lets in only what our own status passes, and takes that from nobody else. */
  async enforcement(url: string, base: string): Promise<GateEnforcement> {
    const rules = await this.#rules(url, base);
    const { statusContext } = this.options;
    const { requiredChecks } = 'known' in rules ? rules.known : {};
    if (!requiredChecks) {
      return 'unknown';
    }
    const ours = requiredChecks.find(({ name }) => name === statusContext);
    return ours ? enforcedBy[ours.from] : 'not-required';
  }

  /** Forgets what is too old to be believed. */
  forget(now: number): void {
    for (const [key, { until }] of this.#remembered) {
      if (until <= now) {
        this.#remembered.delete(key);
      }
    }
  }

  async #requesters(
    pullRequest: GitPullRequest,
    account: Account,
    told: string | undefined,
  ): Promise<Known<string[]>> {
    const { author, body } = pullRequest;
    if ('unknown' in account) {
      return account;
    }
    if (account.known === undefined) {
      return {
        unknown:
          'the Git host does not tell which account its integration has, and so not whether who opened it asked for it. Look at the credentials of the integration',
      };
    }
    // Who opens one as themselves asks for it; a machine says for whom.
    const forOthers = isMachine(pullRequest, account);
    const refs = [told, readChange(body)?.requester].flatMap(ref => ref ?? []);
    if (forOthers && refs.length === 0) {
      return { unknown: `${author} opened it, and does not say for whom` };
    }
    const logins = await Promise.all(
      [...new Set(refs)].map(ref => this.options.logins.of(ref)),
    );
    const all: string[] = [author];
    for (const login of logins) {
      if ('known' in login) {
        all.push(...login.known);
      } else if (forOthers) {
        return login;
      }
    }
    return { known: all };
  }

  async #peopleOf(logins: readonly string[]): Promise<People> {
    const all = [...new Set(logins)].sort();
    const answer = await this.#remember(
      `people ${all.join(' ')}`,
      believedMs,
      () => this.options.logins.whoAre(all),
    );
    return 'known' in answer ? answer.known : {};
  }

  async #checks(
    host: GitHost,
    repository: GitRepository,
    pullRequest: GitPullRequest,
  ) {
    const { checks, checksUnknown } = await host.standing(
      repository,
      pullRequest,
    );
    if (checksUnknown) {
      throw new GitError('not-allowed', checksUnknown);
    }
    return checks.filter(({ name }) => name !== this.options.statusContext);
  }

  #withoutOurs(rules: Known<GitBranchRules>): Known<GitBranchRules> {
    return 'unknown' in rules
      ? rules
      : {
          known: {
            ...rules.known,
            requiredChecks: rules.known.requiredChecks?.filter(
              ({ name }) => name !== this.options.statusContext,
            ),
          },
        };
  }

  #rules(url: string, base: string): Promise<Known<GitBranchRules>> {
    return this.#remember(`${url} rules ${base}`, believedMs, async () => {
      const { host, repository } = this.options.hosts.find(url);
      return host.rulesOf(repository, base);
    });
  }

  async #remember<T>(
    key: string,
    forMs: number,
    ask: () => Promise<T>,
  ): Promise<Known<T>> {
    const now = Date.now();
    const before = this.#remembered.get(key);
    if (before && before.until > now) {
      return before.answer as Promise<Known<T>>;
    }
    const answer = known(ask);
    this.#remembered.set(key, { until: now + forMs, answer });
    let isKnown = false;
    try {
      const told = await answer;
      isKnown = 'known' in told;
      return told;
    } finally {
      if (!isKnown) {
        this.#remembered.delete(key);
      }
    }
  }
}

function isMachine({ author }: GitPullRequest, account: Account): boolean {
  return (
    author.endsWith('[bot]') || ('known' in account && author === account.known)
  );
}

function teamsOf(rules: readonly { owners: string[] }[]): string[] {
  return rules.flatMap(({ owners }) =>
    owners
      .filter(owner => owner.startsWith('team:'))
      .map(owner => owner.slice('team:'.length)),
  );
}

async function known<T>(ask: () => Promise<T>): Promise<Known<T>> {
  try {
    return { known: await ask() };
  } catch (error) {
    if (error instanceof GitError) {
      return { unknown: error.message };
    }
    throw error;
  }
}
