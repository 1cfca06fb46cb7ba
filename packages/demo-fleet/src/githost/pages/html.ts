/** Markup that may be sent as it is. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | undefined | false | readonly Part[];

/** Markup with values in it, each of which is text unless it is markup itself. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly Part[]
): Html {
  return new Html(
    strings.map((string, index) => string + markupOf(values[index])).join(''),
  );
}

function markupOf(part: Part): string {
  if (part instanceof Html) {
    return part.markup;
  }
  if (part === undefined || part === false) {
    return '';
  }
  if (typeof part === 'object') {
    return part.map(markupOf).join('');
  }
  return String(part)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
