import { readLog } from '../git/commits';
import { diffFiles, mergeBase } from '../git/diff';
import type { GitHost } from '../GitHost';
import { checksOf } from '../model/checks';
import type { HostedRepository } from '../model/HostedRepository';
import type { Person } from '../model/Person';
import type { PullRequest } from '../model/PullRequest';
import { commitList } from './commitPages';
import { diffView } from './diffView';
import { html, type Html } from './html';
import { markdown } from './markdown';
import { pullActions } from './pullActions';
import { stateView } from './pullList';

/** A pull request: why, what, what is said of it, and what can be done. */
export async function pullPage(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
  person: Person,
): Promise<Html> {
  const { git } = repository;
  const base = await mergeBase(git, pull.baseSha, pull.headSha);
  const [log, files, actions] = await Promise.all([
    readLog(git, ['--reverse', `${pull.baseSha}..${pull.headSha}`]),
    base ? diffFiles(git, base, pull.headSha) : [],
    pullActions(host, repository, pull, person),
  ]);
  return html`<h1>${pull.title} <span class="quiet">#${pull.number}</span></h1>
    <p>
      ${stateView(pull)}
      <span class="quiet">
        ${pull.author} wants <code>${pull.head}</code> in
        <code>${pull.base}</code>${pull.merged &&
        html`; ${pull.merged.by} merged it as
          <a href="/${repository.fullName}/commit/${pull.merged.sha}"
            ><code>${pull.merged.sha.slice(0, 7)}</code></a
          >`}</span
      >
      ${pull.labels.map(name => html`<span class="label">${name}</span> `)}
    </p>
    <div class="box markdown">${markdown(pull.body)}</div>
    <h2>Reviews</h2>
    ${reviewsView(pull)}
    <h2>Checks</h2>
    ${checksView(repository, pull)} ${actions}
    <h2>Commits</h2>
    ${commitList(repository, log)}
    <h2>Files changed</h2>
    ${diffView(files)}`;
}

function reviewsView({
  reviews,
  comments,
  reviewers,
  teams,
}: PullRequest): Html {
  const awaited = [...reviewers, ...teams];
  return html`<div class="box">
      <ul class="rows">
        ${reviews.map(
          ({ author, state, body }) =>
            html`<li>
              <span>${author} <span class="quiet">${body}</span></span>
              <span class="state ${state.toLowerCase()}"
                >${state.toLowerCase().replace('_', ' ')}</span
              >
            </li>`,
        )}
        ${awaited.map(
          reviewer =>
            html`<li>
              <span>${reviewer}</span><span class="state pending">asked</span>
            </li>`,
        )}
        ${reviews.length + awaited.length === 0 &&
        html`<li class="quiet">Nobody has reviewed it.</li>`}
      </ul>
    </div>
    ${comments.map(
      ({ author, body }) =>
        html`<div class="box markdown">
          <div class="title">${author}</div>
          ${markdown(body)}
        </div>`,
    )}`;
}

function checksView(repository: HostedRepository, pull: PullRequest): Html {
  const checks = checksOf(repository, pull.headSha);
  const awaited = (repository.protections.get(pull.base)?.checks ?? []).filter(
    name => !checks.some(check => check.name === name),
  );
  return html`<div class="box">
    <ul class="rows">
      ${checks.map(
        ({ name, state, description, url }) =>
          html`<li>
            <span
              >${url
                ? html`<a href="${url}" rel="noreferrer">${name}</a>`
                : name} <span class="quiet">${description}</span></span
            >
            <span class="state ${state}">${state}</span>
          </li>`,
      )}
      ${awaited.map(
        name =>
          html`<li>
            <span>${name}</span><span class="state pending">expected</span>
          </li>`,
      )}
      ${checks.length + awaited.length === 0 &&
      html`<li class="quiet">There are none.</li>`}
    </ul>
  </div>`;
}
