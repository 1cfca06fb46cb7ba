import type { HostRoute, RepositoryRoute } from '../http/Route';
import { blobs } from './blobs';
import { branches } from './branches';
import { checkRuns } from './checkRuns';
import { comments } from './comments';
import { commits } from './commits';
import { compare } from './compare';
import { contents } from './contents';
import { gitCommits } from './gitCommits';
import { graphql } from './graphql';
import { hooks } from './hooks';
import { issueEvents } from './issueEvents';
import { labels } from './labels';
import { merge } from './merge';
import { pulls } from './pulls';
import { refs } from './refs';
import { repositories } from './repositories';
import { reviewers } from './reviewers';
import { reviews } from './reviews';
import { rules } from './rules';
import { statuses } from './statuses';
import { teams } from './teams';
import { trees } from './trees';
import { users } from './users';

export const hostRoutes: readonly HostRoute[] = [
  ...users,
  ...teams,
  ...graphql,
];

/** In this order: the first that fits answers, and a path of `commits` fits those of statuses and check runs too. */
export const repositoryRoutes: readonly RepositoryRoute[] = [
  ...repositories,
  ...branches,
  ...rules,
  ...refs,
  ...blobs,
  ...trees,
  ...gitCommits,
  ...statuses,
  ...checkRuns,
  ...commits,
  ...compare,
  ...contents,
  ...pulls,
  ...merge,
  ...reviews,
  ...reviewers,
  ...labels,
  ...comments,
  ...issueEvents,
  ...hooks,
];
