import MarkdownIt from 'markdown-it';
import { Html, html } from './html';

/** Without attributes: they can say where a page takes something from, or what it is to run. */
const folded = /&lt;(\/?(?:details|summary))&gt;/g;

// It makes links of no other schemes than those that are safe.
const renderer = new MarkdownIt({ html: true, linkify: false });
renderer.renderer.rules.html_block = showMarkup;
renderer.renderer.rules.html_inline = showMarkup;

/** A description or comment for people; comments that only programs read are left out. */
export function markdown(text: string | undefined): Html {
  const shown = (text ?? '').replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  return shown === ''
    ? html`<p class="quiet">No description.</p>`
    : new Html(renderer.render(shown));
}

/** What folds is folded; all other markup is text. */
function showMarkup(tokens: { content: string }[], index: number): string {
  return html`${tokens[index].content}`.markup.replace(folded, '<$1>');
}
