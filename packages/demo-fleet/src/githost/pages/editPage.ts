import type { EditableFile } from './editableFile';
import { html, type Html } from './html';
import type { PageRequest } from './PageRequest';

/** The form that a file is changed with: as it is, or as the reader has it already. */
export function editPage(
  { form, person, url }: PageRequest,
  { path, sha, text }: EditableFile,
): Html {
  return html`<h1>${path}</h1>
    <form method="post" action="${url.pathname}">
      <input type="hidden" name="sha" value="${form.get('sha') ?? sha}" />
      <label for="text">Content</label>
      <textarea id="text" name="text" class="file" spellcheck="false">
${form.get('text') ?? text}</textarea
      >
      <label for="message">What it changes</label>
      <input
        id="message"
        name="message"
        value="${form.get('message') ?? `Change ${path}`}"
        maxlength="256"
        required
      />
      <p class="actions">
        <button class="main">Propose this change</button>
        <span class="quiet"
          >As a pull request of ${person.login}, which somebody else
          approves.</span
        >
      </p>
    </form>`;
}
