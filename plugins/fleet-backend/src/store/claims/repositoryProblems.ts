import type { ClusterProblem } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { FileProblem } from '../../claims/git/FollowedRepository';

/** Of one repository's branch, or of one pull request. */
const mostTold = 10;

/** What keeps repositories, or something of them, from being followed, and what to do. */
export async function repositoryProblems(
  database: Knex,
): Promise<ClusterProblem[]> {
  const repositories: {
    url: string;
    problem: string | null;
    problem_since: string;
    file_problems: string | null;
  }[] = await database('git_repositories')
    .where(some => some.whereNotNull('problem').orWhereNotNull('file_problems'))
    .orderBy('url');
  const pullRequests: {
    repository: string;
    number: number;
    file_problems: string;
  }[] = await database('pull_requests')
    .whereNotNull('file_problems')
    .where({ state: 'open' })
    .orderBy(['repository', 'number']);
  return [
    ...repositories.flatMap(
      ({ url, problem, problem_since: since, file_problems: problems }) => [
        ...(problem === null
          ? []
          : [
              {
                key: keyOf(url),
                message: `not followed since ${since}: ${problem}`,
              },
            ]),
        ...told(keyOf(url), problems),
      ],
    ),
    ...pullRequests.flatMap(({ repository, number, file_problems: problems }) =>
      told(`${keyOf(repository)} #${number}`, problems),
    ),
  ];
}

function keyOf(url: string): string {
  return `fleet.git.repositories: ${url}`;
}

function told(key: string, json: string | null): ClusterProblem[] {
  const problems: FileProblem[] = json === null ? [] : JSON.parse(json);
  return problems.slice(0, mostTold).map(({ path, problem }) => ({
    key: path === undefined ? key : `${key} ${path}`,
    message: problem,
  }));
}
