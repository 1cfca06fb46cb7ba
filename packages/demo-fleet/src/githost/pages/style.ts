/** How the pages look, in the light and in the dark. */
export const style = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1b1f24, #e4e8ed);
  --quiet: light-dark(#57606a, #99a3ae);
  --ground: light-dark(#ffffff, #12161b);
  --raised: light-dark(#f5f7f9, #1b2129);
  --line: light-dark(#d5dae0, #323b45);
  --accent: light-dark(#0b5cad, #6db3ff);
  --good: light-dark(#1a7f37, #4fc26b);
  --bad: light-dark(#b3261e, #ff8a80);
  --waiting: light-dark(#8a5a00, #e3b341);
  --merged: light-dark(#6f42c1, #b995ff);
  --added: light-dark(#e3f7e8, #12331f);
  --removed: light-dark(#fdeaea, #41191c);
}
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
header { background: var(--raised); border-bottom: 1px solid var(--line); }
header > div, main { max-width: 64rem; margin: 0 auto; padding: 0.75rem 1.25rem; }
header > div { display: flex; gap: 1rem; align-items: center; flex-wrap: wrap; }
header form { margin-left: auto; display: flex; gap: 0.5rem; align-items: center; }
nav { display: flex; gap: 1.25rem; border-bottom: 1px solid var(--line); margin-bottom: 1.25rem; }
nav a { padding: 0.5rem 0; color: var(--text); }
nav a[aria-current] { border-bottom: 2px solid var(--accent); font-weight: 600; }
h1 { font-size: 1.5rem; margin: 1rem 0 0.25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 0.5rem; }
.quiet { color: var(--quiet); }
.state { display: inline-block; padding: 0.1rem 0.7rem; border-radius: 1rem; border: 1px solid currentColor; font-weight: 600; font-size: 0.85rem; }
.open, .passed, .approved { color: var(--good); }
.merged { color: var(--merged); }
.closed, .failed, .changes_requested { color: var(--bad); }
.pending, .draft, .dismissed, .commented { color: var(--waiting); }
.label { display: inline-block; padding: 0 0.6rem; border-radius: 1rem; background: var(--raised); border: 1px solid var(--line); font-size: 0.85rem; }
.box { border: 1px solid var(--line); border-radius: 8px; margin: 0.75rem 0; overflow: hidden; }
.box > :not(.diff, .rows, pre, .title) { margin: 0.75rem 1rem; }
.box > .title { display: flex; gap: 0.75rem; justify-content: space-between; padding: 0.5rem 1rem; background: var(--raised); border-bottom: 1px solid var(--line); }
.box > .rows { list-style: none; margin: 0; padding: 0; }
.box > .rows > li { padding: 0.6rem 1rem; border-top: 1px solid var(--line); display: flex; gap: 0.75rem; justify-content: space-between; }
.box > .rows > li:first-child { border-top: 0; }
.markdown { overflow-wrap: anywhere; }
.markdown table { border-collapse: collapse; }
.markdown :is(td, th) { border: 1px solid var(--line); padding: 0.25rem 0.75rem; text-align: left; }
.problem { border-color: var(--bad); color: var(--bad); }
pre, code { font: 13px/1.5 ui-monospace, monospace; }
pre { margin: 0; padding: 0.75rem 1rem; overflow-x: auto; }
.diff { border-collapse: collapse; width: 100%; font: 13px/1.5 ui-monospace, monospace; }
.diff td { padding: 0 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.diff .hunk td { color: var(--quiet); background: var(--raised); }
.diff .added td { background: var(--added); }
.diff .removed td { background: var(--removed); }
.actions { display: flex; gap: 0.75rem; flex-wrap: wrap; align-items: center; }
button, select, input, textarea { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 0.35rem 0.9rem; }
button { cursor: pointer; }
button.main { background: light-dark(#1a7f37, #238636); border-color: transparent; color: #ffffff; font-weight: 600; }
button:disabled { opacity: 0.55; cursor: default; }
textarea, input { width: 100%; }
textarea { min-height: 4.5rem; }
textarea.file { min-height: 24rem; font: 13px/1.5 ui-monospace, monospace; white-space: pre; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
