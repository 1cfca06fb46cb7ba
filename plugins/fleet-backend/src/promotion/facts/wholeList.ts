import type { Known } from '@fleetcommander/backstage-plugin-fleet-node';

const page = 500;
const mostPages = 10;

interface Page<T> {
  items: T[];
  pageInfo: { nextCursor?: string };
}

/** All that the store lists of something. Where that is more than is read, it is not known: what was cut never counts as whole. */
export async function wholeList<T>(
  what: string,
  list: (at: { limit: number; cursor?: string }) => Promise<Page<T>>,
): Promise<Known<T[]>> {
  const all: T[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const { items, pageInfo } = await list({ limit: page, cursor });
    all.push(...items);
    cursor = pageInfo.nextCursor;
    if (!cursor) {
      return { known: all };
    }
  }
  return { unknown: `there are more than ${mostPages * page} ${what}` };
}
