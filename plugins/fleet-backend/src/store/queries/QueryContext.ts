import type { Knex } from 'knex';
import type { PolicyBaseline } from '../../policy/PolicyBaseline';
import type { GitHosts } from './gitHostsOf';

/** What every query needs. */
export interface QueryContext {
  database: Knex;
  /** Names, in promotion order. */
  environments: readonly string[];
  /** What clusters must have now. */
  baselines: () => readonly PolicyBaseline[];
  /** URL templates by title. */
  links: Readonly<Record<string, string>>;
  gitHosts: GitHosts;
  /** How old a fact may be. */
  staleAfterSeconds: number;
  /** Keys of labels and annotations that prove a link. */
  proofKeys: readonly string[];
  now: () => Date;
}
