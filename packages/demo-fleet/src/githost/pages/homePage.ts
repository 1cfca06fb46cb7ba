import { html, type Html } from './html';
import type { PageRequest } from './PageRequest';
import { pullList } from './pullList';

/** All repositories with what is open in them. */
export function homePage({ host, person }: PageRequest): Html {
  const seen = [...host.repositories.values()].filter(
    ({ isPublic, fullName }) => isPublic || person.may('read', fullName),
  );
  return html`<h1>Repositories</h1>
    ${seen.map(
      repository =>
        html`<h2>
            <a href="/${repository.fullName}">${repository.fullName}</a>
          </h2>
          <p class="quiet">
            ${repository.description}
            <code>git clone ${host.url}/${repository.fullName}.git</code>
          </p>
          ${pullList(
            repository,
            [...repository.pulls.values()].filter(
              ({ state }) => state === 'open',
            ),
          )}`,
    )}`;
}
