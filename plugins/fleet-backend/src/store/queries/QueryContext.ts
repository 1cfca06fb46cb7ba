import type { Knex } from 'knex';
import type { GitHosts } from './gitHostsOf';

/** What every query needs. */
export interface QueryContext {
  database: Knex;
  /** Names, in promotion order. */
  environments: readonly string[];
  /** URL templates by title. */
  links: Readonly<Record<string, string>>;
  gitHosts: GitHosts;
  /** How old a fact may be. */
  staleAfterSeconds: number;
  /** Keys of labels and annotations that prove a link. */
  proofKeys: readonly string[];
  now: () => Date;
}
