import type { Person } from './Person';

/** Those who have accounts. */
export interface Community {
  /** By login. */
  people: ReadonlyMap<string, Person>;
  /** Logins by `organization/slug`. */
  teams: ReadonlyMap<string, readonly string[]>;
}
