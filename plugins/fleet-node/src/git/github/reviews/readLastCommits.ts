import type { Octokit } from '@octokit/rest';
import pLimit from 'p-limit';
import type { GitCommit } from '../../GitHost';
import type { GithubAddress } from '../GithubAddress';
import { segmentsOf } from '../segmentsOf';

const atOnce = 5;

/** The newest commit of each path, one request for each. */
export async function readLastCommits(
  octokit: Octokit,
  address: GithubAddress,
  { revision, paths }: { revision: string; paths: readonly string[] },
): Promise<Record<string, GitCommit & { author?: string }>> {
  const limit = pLimit(atOnce);
  const found = await Promise.all(
    [...new Set(paths)].map(path =>
      limit(async () => {
        const { data } = await octokit.rest.repos.listCommits({
          ...address,
          sha: revision,
          path: segmentsOf(path).join('/') || undefined,
          per_page: 1,
        });
        return data.map(
          ({ sha, html_url: url, commit, author }) =>
            [
              path,
              {
                revision: sha,
                title: commit.message.split('\n', 1)[0],
                at: commit.committer?.date ?? commit.author?.date ?? '',
                url,
                author: author?.login ?? commit.author?.name,
              },
            ] as const,
        );
      }),
    ),
  );
  return Object.fromEntries(found.flat());
}
