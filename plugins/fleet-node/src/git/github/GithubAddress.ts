/** A repository, as Octokit names it. */
export interface GithubAddress {
  owner: string;
  repo: string;
}
