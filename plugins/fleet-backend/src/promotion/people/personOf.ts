import type { People } from './People';

/** Whose login it is: the entity ref, else the login itself. */
export function personOf(login: string, people: People): string {
  const key = login.toLowerCase();
  return Object.hasOwn(people, key) ? people[key] : login;
}
