import type { FileDiff } from '../git/diff';
import { html, type Html } from './html';

/** What differs in files. */
export function diffView(files: readonly FileDiff[]): Html {
  return html`${files.map(fileView)}`;
}

function fileView(file: FileDiff): Html {
  const path = file.previousPath
    ? `${file.previousPath} → ${file.path}`
    : file.path;
  return html`<section class="box" aria-label="${path}">
    <div class="title">
      <strong>${path}</strong>
      <span class="quiet"
        >${file.status} <span class="passed">+${file.additions}</span>
        <span class="failed">−${file.deletions}</span></span
      >
    </div>
    ${file.patch
      ? html`<table class="diff">
          ${file.patch.split('\n').map(lineView)}
        </table>`
      : html`<p class="quiet">Nothing of it can be shown as text.</p>`}
  </section>`;
}

const kinds: Record<string, string> = {
  '+': 'added',
  '-': 'removed',
  '@': 'hunk',
};

function lineView(line: string): Html {
  return html`<tr class="${kinds[line[0]]}">
    <td>${line}</td>
  </tr>`;
}
