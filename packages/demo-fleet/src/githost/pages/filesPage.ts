import { readBlob } from '../git/objects';
import { listTree } from '../git/trees';
import { notFound } from '../http/ApiError';
import type { HostedRepository } from '../model/HostedRepository';
import type { Person } from '../model/Person';
import { html, type Html } from './html';
import type { RefAndPath } from './refAndPath';

/** A folder or a file of a repository. */
export async function filesPage(
  repository: HostedRepository,
  { ref, commit, path }: RefAndPath,
  person: Person,
): Promise<Html> {
  const { git, fullName, defaultBranch } = repository;
  const [found] = path ? (await listTree(git, commit, { path })) ?? [] : [];
  if (path && !found) {
    throw notFound();
  }
  const title = html`<h1>${path || fullName}</h1>
    <p class="quiet">at <code>${ref}</code></p>`;
  if (found?.type === 'blob') {
    const content = await readBlob(git, found.sha);
    return html`${title}
      <div class="box">
        <div class="title">
          <span class="quiet">${content.length} bytes</span>
          <span>
            ${ref === defaultBranch &&
            person.may('write', fullName) &&
            html`<a href="${addressOf('edit')}">Edit</a> · `}
            <a href="${addressOf('raw')}">Raw</a>
          </span>
        </div>
        <pre>
${content.includes(0) ? '(binary)' : content.toString('utf8')}</pre
        >
      </div>`;
  }
  const entries = (await listTree(git, found?.sha ?? commit)) ?? [];
  const folders = entries.filter(({ type }) => type === 'tree');
  const files = entries.filter(({ type }) => type !== 'tree');
  return html`${title}
    <div class="box">
      <ul class="rows">
        ${path && html`<li><a href="${addressOf('tree', '..')}">..</a></li>`}
        ${folders.map(
          entry =>
            html`<li>
              <a href="${addressOf('tree', entry.path)}">${entry.path}/</a>
            </li>`,
        )}
        ${files.map(
          entry =>
            html`<li>
              <a href="${addressOf('blob', entry.path)}">${entry.path}</a>
              <span class="quiet">${entry.size} bytes</span>
            </li>`,
        )}
      </ul>
    </div>`;

  function addressOf(room: string, step?: string): string {
    const parts = [...path.split('/').filter(Boolean)];
    if (step === '..') {
      parts.pop();
    } else if (step !== undefined) {
      parts.push(step);
    }
    const encoded = [ref, ...parts]
      .flatMap(part => part.split('/'))
      .map(encodeURIComponent);
    return `/${fullName}/${room}/${encoded.join('/')}`;
  }
}
