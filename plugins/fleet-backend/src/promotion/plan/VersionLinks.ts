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

type Link = Pick<Move, 'url' | 'commits'>;

/** Tells what lies between two versions of an image: the commits between the tags that are called as they are, where its source has them. */
export class VersionLinks {
  readonly #kept = new Map<string, Link>();

  constructor(
    private readonly options: {
      hosts: Pick<GitHosts, 'has' | 'find'>;
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      catalog: Pick<CatalogService, 'getEntityByRef'>;
    },
  ) {}

  /** The moves, with links where there are any. What does not answer is left out: nothing depends on it. */
  async add(
    entityRefs: readonly string[],
    application: string,
    moves: readonly Move[],
  ): Promise<Move[]> {
    const images = moves.filter(({ kind }) => kind === 'image');
    const names = new Set(images.map(({ name }) => name));
    // Of several images only the one that is called as the application is is known to be of its source.
    const isOwn = ({ kind, name }: Move) =>
      kind === 'image' &&
      (names.size === 1 || name.split('/').at(-1) === application);
    if (entityRefs.length !== 1 || !moves.some(isOwn)) {
      return [...moves];
    }
    const source = await this.#sourceOf(entityRefs[0]);
    return source
      ? Promise.all(
          moves.map(async move =>
            isOwn(move)
              ? { ...move, ...(await this.#between(source, move)) }
              : move,
          ),
        )
      : [...moves];
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

  async #between(source: string, { from, to }: Move): Promise<Link> {
    const versions = [from, to].map(version => version?.split('@')[0]);
    if (!versions.every(version => version && /^[\w][\w.+-]*$/.test(version))) {
      return {};
    }
    const key = [source, ...versions].join(' ');
    const kept = this.#kept.get(key);
    if (kept) {
      return kept;
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
      const link = { url, commits: more ? undefined : commits.length };
      if (this.#kept.size >= mostKept) {
        this.#kept.clear();
      }
      this.#kept.set(key, link);
      return link;
    } catch (error) {
      if (error instanceof GitError) {
        return {};
      }
      throw error;
    }
  }
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
