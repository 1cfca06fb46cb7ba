import type {
  GitChangedFile,
  GitHost,
  GitPullRequest,
  GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { isClaimFile } from './claimsFolder';
import { findClaims } from './findClaims';
import type { FoundFiles, RepositoryState } from './FollowedRepository';

const mostFiles = 50;
/** Of one file; see {@link readDocuments}. */
const mostBytes = 1_000_000;

const changes = {
  added: 'create',
  changed: 'update',
  removed: 'delete',
} as const;

/** The claims that a pull request changes, as its head has them. */
export async function readPullRequestFiles(
  git: { host: GitHost; repository: GitRepository },
  pullRequest: GitPullRequest,
  folder: string,
  known: RepositoryState,
): Promise<FoundFiles> {
  const { host, repository } = git;
  const { files } = await host.changedFiles(repository, pullRequest.number);
  const wanted = files.filter(({ path }) => isClaimFile(path, folder));
  const found: FoundFiles = { claims: [], problems: [] };
  for (const file of wanted.slice(0, mostFiles)) {
    const { claims, problems } = await claimsIn(git, pullRequest, file, known);
    found.claims.push(...claims);
    found.problems.push(...problems);
  }
  if (wanted.length > mostFiles) {
    found.problems.push({
      problem: `changes ${wanted.length} files of claims, of which ${mostFiles} are read`,
    });
  }
  return found;
}

async function claimsIn(
  { host, repository }: { host: GitHost; repository: GitRepository },
  { head, base, state }: GitPullRequest,
  { path, status }: GitChangedFile,
  known: RepositoryState,
): Promise<FoundFiles> {
  const change = changes[status];
  if (status !== 'removed') {
    return readOne(head);
  }
  const before = known.files.filter(file => file.path === path);
  if (before.length > 0 || state === 'merged') {
    return {
      claims: before.map(({ manifest }) => ({ path, change, manifest })),
      problems: [],
    };
  }
  return readOne(await host.headOf(repository, base));

  async function readOne(revision: string): Promise<FoundFiles> {
    const { files, complete } = await host.readFiles(
      repository,
      path,
      revision,
      { mostBytes },
    );
    const found = findClaims(files, change);
    if (!complete) {
      found.problems.push({ path, problem: 'is larger than 256 KB' });
    }
    return found;
  }
}
