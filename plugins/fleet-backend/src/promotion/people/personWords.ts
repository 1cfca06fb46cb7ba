import { parseEntityRef } from '@backstage/catalog-model';
import { isSameLogin } from './isSameLogin';
import type { People } from './People';
import { personOf } from './personOf';

/** A person in words: as the catalog calls them, with the login where that is another. */
export function personWords(login: string, people: People): string {
  const person = personOf(login, people);
  if (person === login) {
    return login;
  }
  const { name } = parseEntityRef(person);
  return isSameLogin(name, login) ? name : `${name} (${login} in Git)`;
}
