import type { Octokit } from '@octokit/rest';
import type { GitCommit, GitCommits, GitRange } from '../GitHost';
import type { GithubAddress } from './GithubAddress';
import { orGone } from './orGone';
import { segmentsOf } from './segmentsOf';

const page = 100;

/**
 * What `to` has under some paths and `from` has not. GitHub compares whole repositories and filters only histories, so that the newest
 * commits of both histories are held against each other.
 */
export async function readCommits(
  octokit: Octokit,
  address: GithubAddress,
  { paths, from, to }: GitRange,
): Promise<GitCommits> {
  const comparison = await compare(octokit, address, { from, to });
  const byPath = await Promise.all(
    paths.map(path => commitsUnder(octokit, address, { path, from, to })),
  );
  const commits = new Map(
    byPath.flat().map(commit => [commit.revision, commit]),
  );
  return {
    commits: [...commits.values()].sort((a, b) => b.at.localeCompare(a.at)),
    more: byPath.some(({ length }) => length === page),
    diverged: comparison.behind_by > 0,
    url: comparison.html_url,
  };
}

async function commitsUnder(
  octokit: Octokit,
  address: GithubAddress,
  { path, from, to }: { path: string; from: string; to: string },
): Promise<GitCommit[]> {
  const [wanted, known] = await Promise.all(
    [to, from].map(async (sha): Promise<GitCommit[]> => {
      const { data } = await octokit.rest.repos.listCommits({
        ...address,
        sha,
        path: segmentsOf(path).join('/') || undefined,
        per_page: page,
      });
      return data.map(({ sha: revision, html_url: url, commit }) => ({
        revision,
        title: commit.message.split('\n', 1)[0],
        at: commit.committer?.date ?? commit.author?.date ?? '',
        url,
      }));
    }),
  );
  const revisions = new Set(known.map(({ revision }) => revision));
  // What is older than the oldest that is known for sure is on its further pages.
  const oldest = known.length === page ? known.at(-1)!.at : '';
  return wanted.filter(
    ({ revision, at }) => !revisions.has(revision) && at >= oldest,
  );
}

async function compare(
  octokit: Octokit,
  address: GithubAddress,
  { from, to }: Pick<GitRange, 'from' | 'to'>,
) {
  const { data } = await orGone(octokit, address, [from, to], () =>
    octokit.rest.repos.compareCommitsWithBasehead({
      ...address,
      basehead: `${from}...${to}`,
      // The second page leaves out the changed files, of which the first is full.
      per_page: 1,
      page: 2,
    }),
  );
  return data;
}
