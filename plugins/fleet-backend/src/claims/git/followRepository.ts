import type {
  GitChangedFile,
  GitHost,
  GitPullRequest,
  GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import { claimsFolder, isClaimFile } from './claimsFolder';
import type {
  FollowedPullRequest,
  FoundClaim,
  KnownPullRequest,
  RepositoryNews,
  RepositoryState,
} from './FollowedRepository';
import { parseClaimFile } from './parseClaimFile';
import { pullRequestFacts } from './pullRequestFacts';

const dayMs = 24 * 60 * 60_000;
/** How long ended ones are looked at again. */
const endedMs = 2 * dayMs;
/** Where nothing is known yet, as after the loss of the database. */
const firstEndedMs = 90 * dayMs;
/** In a turn; the others come in the next. */
const mostNew = 50;
/** Of one pull request. */
const mostFiles = 50;
const mostClaimFiles = 3_000;

const changes = {
  added: 'create',
  changed: 'update',
  removed: 'delete',
} as const;

/** Reads what is new in a repository: its claims where the branch has moved, and the pull requests that change claims. */
export async function followRepository(
  git: { host: GitHost; repository: GitRepository },
  config: RepositoryConfig,
  known: RepositoryState,
  now: Date,
): Promise<RepositoryNews> {
  const { host, repository } = git;
  const folder = claimsFolder(config.layout.claims);
  const base = config.branch ?? (await host.defaultBranch(repository));
  const branch = await readBranch(git, { base, folder }, known);
  const endedSince = now.getTime() - (known.head ? endedMs : firstEndedMs);
  const [open, ended] = await Promise.all([
    host.listPullRequests(repository, { state: 'open' }),
    host.listPullRequests(repository, {
      state: 'ended',
      updatedSince: new Date(endedSince).toISOString(),
    }),
  ]);
  const listed = [...open.pullRequests, ...ended.pullRequests].filter(
    pullRequest => pullRequest.base === base,
  );
  const seen = new Set(listed.map(({ number }) => number));
  for (const [number, { state }] of known.pullRequests) {
    if (state === 'open' && !seen.has(number)) {
      listed.push(await host.pullRequest(repository, number));
    }
  }
  const pullRequests: FollowedPullRequest[] = [];
  let asked = 0;
  for (const pullRequest of listed) {
    const before = known.pullRequests.get(pullRequest.number);
    const isNew = before?.head !== pullRequest.head;
    if (isNew && asked >= mostNew) {
      continue;
    }
    asked += isNew ? 1 : 0;
    const claims = isNew
      ? await readClaims(git, pullRequest, folder, known)
      : undefined;
    const hasClaims = claims ? claims.length > 0 : before?.hasClaims ?? false;
    if (isNew || isTold(pullRequest, before)) {
      pullRequests.push({
        head: pullRequest.head,
        updatedAt: pullRequest.updatedAt,
        claims,
        facts: pullRequestFacts(
          config.url,
          // Lists do not say who merged it.
          pullRequest.state === 'merged' && hasClaims
            ? await host.pullRequest(repository, pullRequest.number)
            : pullRequest,
          pullRequest.state === 'open' && hasClaims
            ? await host.standing(repository, pullRequest)
            : undefined,
        ),
      });
    }
  }
  return { branch, pullRequests };
}

/** Checks and rules change without the pull request; one that has ended changes no more. */
function isTold(
  { state, updatedAt }: GitPullRequest,
  before: KnownPullRequest | undefined,
): boolean {
  return (
    state !== before?.state ||
    updatedAt !== before.updatedAt ||
    (state === 'open' && before.hasClaims)
  );
}

async function readBranch(
  { host, repository }: { host: GitHost; repository: GitRepository },
  { base, folder }: { base: string; folder: string },
  known: RepositoryState,
): Promise<RepositoryNews['branch']> {
  const head = await host.headOf(repository, base);
  if (head === known.head) {
    return undefined;
  }
  if (known.head && !(await isTouched(known.head))) {
    return { head };
  }
  const { files } = await host.readFiles(repository, folder, head, {
    wanted: path => isClaimFile(path, folder),
    mostFiles: mostClaimFiles,
    mostBytes: 50_000_000,
  });
  return {
    head,
    claims: files.flatMap(({ path, text }) =>
      parseClaimFile(text).map(manifest => ({
        path,
        change: 'update' as const,
        manifest,
      })),
    ),
  };

  async function isTouched(from: string): Promise<boolean> {
    try {
      const { commits, diverged } = await host.commits(repository, {
        paths: [folder],
        from,
        to: head,
      });
      return diverged || commits.length > 0;
    } catch {
      // What was there before is gone, as after a force-push.
      return true;
    }
  }
}

async function readClaims(
  git: { host: GitHost; repository: GitRepository },
  pullRequest: GitPullRequest,
  folder: string,
  known: RepositoryState,
): Promise<FoundClaim[]> {
  const { host, repository } = git;
  const { files } = await host.changedFiles(repository, pullRequest.number);
  const wanted = files
    .filter(({ path }) => isClaimFile(path, folder))
    .slice(0, mostFiles);
  const found: FoundClaim[] = [];
  for (const file of wanted) {
    found.push(...(await claimsIn(git, pullRequest, file, known)));
  }
  return found;
}

async function claimsIn(
  { host, repository }: { host: GitHost; repository: GitRepository },
  { head, base, state }: GitPullRequest,
  { path, status }: GitChangedFile,
  known: RepositoryState,
): Promise<FoundClaim[]> {
  const change = changes[status];
  if (status !== 'removed') {
    const { files } = await host.readFiles(repository, path, head);
    return files.flatMap(({ text }) =>
      parseClaimFile(text).map(manifest => ({ path, change, manifest })),
    );
  }
  const before = known.files.filter(file => file.path === path);
  if (before.length > 0 || state === 'merged') {
    return before.map(({ manifest }) => ({ path, change, manifest }));
  }
  const { files } = await host.readFiles(
    repository,
    path,
    await host.headOf(repository, base),
  );
  return files.flatMap(({ text }) =>
    parseClaimFile(text).map(manifest => ({ path, change, manifest })),
  );
}
