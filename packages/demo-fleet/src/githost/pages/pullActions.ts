import type { GitHost } from '../GitHost';
import type { HostedRepository } from '../model/HostedRepository';
import { mergeabilityOf, type Mergeability } from '../model/mergeability';
import type { Person } from '../model/Person';
import type { PullRequest } from '../model/PullRequest';
import { html, type Html } from './html';

/** The buttons of a pull request, and why one of them does nothing. */
export async function pullActions(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
  person: Person,
): Promise<Html> {
  if (pull.merged) {
    return html``;
  }
  if (!person.may('write', repository.fullName)) {
    return html`<p class="quiet">${person.login} may only read here.</p>`;
  }
  const form = `/${repository.fullName}/pull/${pull.number}`;
  if (pull.state === 'closed') {
    return html`<form class="actions" method="post" action="${form}/reopen">
      <button>Reopen</button>
    </form>`;
  }
  const mergeability = await mergeabilityOf(repository, pull, host);
  const { mergeable, missing } = mergeability;
  const isOwn = person.login === pull.author;
  return html`<h2>Review</h2>
    <form method="post" action="${form}/review">
      <label for="body">Comment</label>
      <textarea id="body" name="body"></textarea>
      <p class="actions">
        <button name="verdict" value="APPROVE" ${isOwn && html`disabled`}>
          Approve
        </button>
        <button
          name="verdict"
          value="REQUEST_CHANGES"
          ${isOwn && html`disabled`}
        >
          Request changes
        </button>
        <button name="verdict" value="COMMENT">Comment</button>
        ${isOwn &&
        html`<span class="quiet">Nobody approves what they propose.</span>`}
      </p>
    </form>
    <h2>Merge</h2>
    <p class="${missing || !mergeable || pull.draft ? 'pending' : 'passed'}">
      ${wordsFor(mergeability)}
    </p>
    <div class="actions">
      <form class="actions" method="post" action="${form}/merge">
        <input type="hidden" name="sha" value="${pull.headSha}" />
        <select name="method" aria-label="How to merge">
          <option value="merge">Create a merge commit</option>
          <option value="squash">Squash and merge</option>
          <option value="rebase">Rebase and merge</option>
        </select>
        <button
          class="main"
          ${(missing || !mergeable || pull.draft) && html`disabled`}
        >
          Merge pull request
        </button>
      </form>
      ${pull.draft &&
      html`<form method="post" action="${form}/ready">
        <button>Ready for review</button>
      </form>`}
      <form method="post" action="${form}/close">
        <button>Close</button>
      </form>
    </div>`;
}

function wordsFor({ state, missing }: Mergeability): string {
  switch (state) {
    case 'dirty':
      return 'It conflicts with the base branch: resolve that on its branch.';
    case 'draft':
      return 'It is a draft.';
    case 'unstable':
      return 'It can be merged, though not all checks have passed.';
    default:
      return missing ?? 'It can be merged.';
  }
}
