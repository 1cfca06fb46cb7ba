import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GitError,
  type GitHost,
  type GitHosts,
  type GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';

const annotation = 'backstage.io/source-location';
const mostKept = 1000;
const keptMs = 10 * 60_000;
/** Where there was no answer. */
const askedAgainMs = 60_000;

type Link = Pick<Move, 'url' | 'commits'>;

/** Whose moves they are. */
type Mover = { entityRefs: readonly string[]; application: string };

interface Kept {
  answer: Promise<Link>;
  /** Once it has arrived. */
  link?: Link;
  until: number;
}

/** Tells what lies between two versions of an image: the commits between the tags that are called as they are, where its source has them. */
export class VersionLinks {
  readonly #kept = new Map<string, Kept>();

  constructor(
    private readonly options: {
      hosts: Pick<GitHosts, 'has' | 'find'>;
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      catalog: Pick<CatalogService, 'getEntityByRef'>;
    },
  ) {}

  /** The moves, with links where there are any. What does not answer is left out: nothing depends on it. */
  async add(mover: Mover, moves: readonly Move[]): Promise<Move[]> {
    const isOwn = ownImages(mover, moves);
    return Promise.all(
      moves.map(async move =>
        isOwn(move)
          ? { ...move, ...(await this.#ask(mover, move).answer) }
          : move,
      ),
    );
  }

  /** The moves, with what is known by now: no screen waits for a Git host. The rest is asked for, and there the next time. */
  known(mover: Mover, moves: readonly Move[]): Move[] {
    const isOwn = ownImages(mover, moves);
    return moves.map(move =>
      isOwn(move) ? { ...move, ...this.#ask(mover, move).link } : move,
    );
  }

  #ask({ entityRefs: [entityRef] }: Mover, move: Move): Kept {
    const key = JSON.stringify([entityRef, move.from, move.to]);
    const before = this.#kept.get(key);
    if (before && before.until > Date.now()) {
      return before;
    }
    if (this.#kept.size >= mostKept) {
      this.#kept.clear();
    }
    const asked: Kept = {
      link: before?.link,
      until: Date.now() + keptMs,
      answer: this.#between(entityRef, move).then(
        link => {
          asked.link = link;
          return link;
        },
        error => {
          if (!(error instanceof GitError)) {
            throw error;
          }
          asked.until = Date.now() + askedAgainMs;
          return asked.link ?? {};
        },
      ),
    };
    asked.answer.catch(() => this.#kept.delete(key));
    this.#kept.set(key, asked);
    return asked;
  }

  async #sourceOf(entityRef: string): Promise<string | undefined> {
    const { auth, catalog, hosts } = this.options;
    try {
      const entity = await catalog.getEntityByRef(entityRef, {
        credentials: await auth.getOwnServiceCredentials(),
      });
      const [, root] =
        /^url:(https?:\/\/[^/]+\/[^/]+\/[^/]+)/.exec(
          entity?.metadata.annotations?.[annotation] ?? '',
        ) ?? [];
      return root && hosts.has(root) ? root : undefined;
    } catch {
      return undefined;
    }
  }

  async #between(entityRef: string, { from, to }: Move): Promise<Link> {
    const versions = [from, to].map(version => version?.split('@')[0]);
    if (!versions.every(version => version && /^[\w][\w.+-]*$/.test(version))) {
      return {};
    }
    const source = await this.#sourceOf(entityRef);
    if (!source) {
      return {};
    }
    try {
      const { host, repository } = this.options.hosts.find(source);
      const [before, after] = await Promise.all(
        versions.map(version => tagOf(host, repository, version ?? '')),
      );
      const { commits, more, url } = await host.commits(repository, {
        paths: [''],
        from: before,
        to: after,
      });
      return { url, commits: more ? undefined : commits.length };
    } catch (error) {
      if (error instanceof GitError && isAnswer(error)) {
        return {};
      }
      throw error;
    }
  }
}

/** There is no such version, or it may not be read: that is so for a while. */
function isAnswer({ problem }: GitError): boolean {
  return problem === 'not-found' || problem === 'revision-gone';
}

/** Of several images only the one that is called as the application is is known to be of its source; of several entities, none is. */
function ownImages(
  { entityRefs, application }: Mover,
  moves: readonly Move[],
): (move: Move) => boolean {
  const images = moves.filter(({ kind }) => kind === 'image');
  const isAlone = new Set(images.map(({ name }) => name)).size === 1;
  return ({ kind, name }) =>
    entityRefs.length === 1 &&
    kind === 'image' &&
    (isAlone || name.split('/').at(-1) === application);
}

/** What the tag of a version stands for: 1.5.0 is also written v1.5.0. */
async function tagOf(
  host: GitHost,
  repository: GitRepository,
  version: string,
): Promise<string> {
  const bare = version.replace(/^v/, '');
  try {
    return await host.headOf(repository, `v${bare}`);
  } catch (error) {
    if (error instanceof GitError && error.problem !== 'throttled') {
      return host.headOf(repository, bare);
    }
    throw error;
  }
}
