import type { ApiAnswer } from './ApiAnswer';
import type { ApiRequest } from './ApiRequest';

const mostPerPage = 100;

interface Page {
  number: number;
  size: number;
}

export function pageOf({ url }: ApiRequest, usual = 30): Page {
  const wanted = (name: string, otherwise: number) => {
    const value = Number(url.searchParams.get(name) ?? otherwise);
    return Number.isInteger(value) && value > 0 ? value : otherwise;
  };
  return {
    number: wanted('page', 1),
    size: Math.min(wanted('per_page', usual), mostPerPage),
  };
}

/** The items of the page that was asked for. */
export function cutPage<T>(items: readonly T[], { number, size }: Page): T[] {
  return items.slice((number - 1) * size, number * size);
}

/** The page of a list that was asked for, with the ways to the others. */
export function paged<T>(
  request: ApiRequest,
  items: readonly T[],
  shape: (item: T) => object,
): ApiAnswer {
  const page = pageOf(request);
  return {
    status: 200,
    body: cutPage(items, page).map(shape),
    headers: linksTo(request, page, items.length),
  };
}

/** The header Link, where there is more than one page. */
export function linksTo(
  { host, url }: ApiRequest,
  { number, size }: Page,
  total: number,
): Record<string, string> {
  const last = Math.max(1, Math.ceil(total / size));
  const targets: [string, number][] = [];
  if (number > 1) {
    targets.push(['prev', Math.min(number - 1, last)]);
  }
  if (number < last) {
    targets.push(['next', number + 1], ['last', last]);
  }
  if (number > 1) {
    targets.push(['first', 1]);
  }
  const links = targets.map(([relation, page]) => {
    const target = new URL(`${host.url}${url.pathname}${url.search}`);
    target.searchParams.set('page', String(page));
    return `<${target}>; rel="${relation}"`;
  });
  return links.length > 0 ? { link: links.join(', ') } : {};
}
