const longest = 400;

/** As code, also in a cell of a table. */
export function code(text: string | undefined): string {
  if (!text) {
    return '–';
  }
  return `\`${oneLine(text).replaceAll('`', 'ˋ').replaceAll('|', '\\|')}\``;
}

/** As text, without links, mentions, images and markup: what people and clusters say cannot become more. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&')
    .replaceAll('@', '@\u200b')
    .replace(/(https?):\/\//g, '$1:\u200b//');
}

/** As a link, where it is one of the web. */
export function link(title: string, url: string | undefined): string {
  return url && /^https?:\/\//.test(url) && URL.canParse(url)
    ? `[${title}](${new URL(url).href.replace(/[()]/g, encodeURIComponent)})`
    : title;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
