import type { HostedRepository } from '../model/HostedRepository';
import type { PullRequest } from '../model/PullRequest';
import { html, type Html } from './html';

/** Pull requests, the newest first. */
export function pullList(
  { fullName }: HostedRepository,
  pulls: readonly PullRequest[],
): Html {
  if (pulls.length === 0) {
    return html`<div class="box">
      <p class="quiet">No pull request is open.</p>
    </div>`;
  }
  const newest = [...pulls].sort((one, other) => other.number - one.number);
  return html`<div class="box">
    <ul class="rows">
      ${newest.map(
        pull =>
          html`<li>
            <span>
              <a href="/${fullName}/pull/${pull.number}">${pull.title}</a>
              ${pull.labels.map(
                name => html`<span class="label">${name}</span> `,
              )}
              <br />
              <span class="quiet"
                >#${pull.number} by ${pull.author}, ${pull.head} into
                ${pull.base}</span
              >
            </span>
            <span>${stateView(pull)}</span>
          </li>`,
      )}
    </ul>
  </div>`;
}

export function stateView(pull: PullRequest): Html {
  const state = stateOf(pull);
  return html`<span class="state ${state.toLowerCase()}">${state}</span>`;
}

function stateOf({ merged, state, draft }: PullRequest): string {
  if (merged) {
    return 'Merged';
  }
  if (state === 'closed') {
    return 'Closed';
  }
  return draft ? 'Draft' : 'Open';
}
