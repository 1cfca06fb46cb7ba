import { readCommit, readLog, type GitCommitRecord } from '../git/commits';
import { diffFiles } from '../git/diff';
import { emptyTree } from '../git/trees';
import type { HostedRepository } from '../model/HostedRepository';
import { diffView } from './diffView';
import { html, type Html } from './html';

const mostCommits = 100;

/** What was committed last. */
export async function commitsPage(
  repository: HostedRepository,
  commit: string,
): Promise<Html> {
  const log = await readLog(repository.git, [
    `--max-count=${mostCommits}`,
    commit,
  ]);
  return html`<h1>Commits</h1>
    ${commitList(repository, log)}`;
}

export async function commitPage(
  { git }: HostedRepository,
  sha: string,
): Promise<Html> {
  const { author, message, parents } = await readCommit(git, sha);
  const [title, ...rest] = message.split('\n');
  const files = await diffFiles(git, parents[0] ?? emptyTree, sha);
  return html`<h1>${title}</h1>
    <p class="quiet"><code>${sha}</code> by ${author.name}, ${author.date}</p>
    ${rest.length > 0 && html`<pre>${rest.join('\n').trim()}</pre>`}
    ${diffView(files)}`;
}

export function commitList(
  { fullName }: HostedRepository,
  log: readonly GitCommitRecord[],
): Html {
  return html`<div class="box">
    <ul class="rows">
      ${log.map(
        ({ sha, message, author }) =>
          html`<li>
            <span
              ><a href="/${fullName}/commit/${sha}"
                >${message.split('\n')[0]}</a
              >
              <span class="quiet">${author.name}, ${author.date}</span></span
            >
            <code>${sha.slice(0, 7)}</code>
          </li>`,
      )}
    </ul>
  </div>`;
}
