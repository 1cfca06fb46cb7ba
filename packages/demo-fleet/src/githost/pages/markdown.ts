import MarkdownIt from 'markdown-it';
import { Html, html } from './html';

// Without `html` it shows markup as text, and it makes links of no other schemes than those that are safe.
const renderer = new MarkdownIt({ html: false, linkify: false });

/** A description or comment for people; comments that only programs read are left out. */
export function markdown(text: string | undefined): Html {
  const shown = (text ?? '').replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  return shown === ''
    ? html`<p class="quiet">No description.</p>`
    : new Html(renderer.render(shown));
}
