import type { GitHost } from '../GitHost';
import type { HostedRepository } from '../model/HostedRepository';
import type { Person } from '../model/Person';
import { html, type Html } from './html';

export interface PageOptions {
  host: GitHost;
  /** As whom the reader acts. */
  person: Person;
  /** Where the reader is, to come back to. */
  path: string;
  title: string;
  content: Html;
  /** What went wrong with what the reader just did. */
  problem?: string;
  repository?: HostedRepository;
  /** Which of the repository's pages this is. */
  tab?: 'code' | 'commits' | 'pulls';
}

/** A page as a whole. */
export function layout(options: PageOptions): string {
  const { host, person, path, title, content, problem, repository } = options;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/-/style.css" />
      </head>
      <body>
        <header>
          <div>
            <a href="/"><strong>Git host of the demo</strong></a>
            ${repository &&
            html`<a href="/${repository.fullName}">${repository.fullName}</a>`}
            <form method="post" action="/-/acting-as">
              <input type="hidden" name="back" value="${path}" />
              <label for="login">Acting as</label>
              <select id="login" name="login">
                ${[...host.people.values()].map(
                  ({ login }) =>
                    html`<option
                      value="${login}"
                      ${login === person.login && html`selected`}
                    >
                      ${login}
                    </option>`,
                )}
              </select>
              <button>Change</button>
            </form>
          </div>
        </header>
        <main>
          ${repository && tabs(repository, options.tab)}
          ${problem &&
          html`<div class="box problem" role="alert"><p>${problem}</p></div>`}
          ${content}
        </main>
      </body>
    </html>`.markup;
}

function tabs(
  { fullName, defaultBranch, pulls }: HostedRepository,
  current: PageOptions['tab'],
): Html {
  const open = [...pulls.values()].filter(({ state }) => state === 'open');
  const tab = (id: PageOptions['tab'], address: string, name: string) =>
    html`<a href="${address}" ${id === current && html`aria-current="page"`}
      >${name}</a
    >`;
  return html`<nav aria-label="Repository">
    ${tab('code', `/${fullName}`, 'Files')}
    ${tab('commits', `/${fullName}/commits/${defaultBranch}`, 'Commits')}
    ${tab('pulls', `/${fullName}/pulls`, `Pull requests (${open.length})`)}
  </nav>`;
}
