import { GitError } from '../GitError';

const page = 100;

type Ask<T> = (at: {
  page: number;
  per_page: number;
}) => Promise<{ data: T[] }>;

/** What a list of GitHub holds on its first pages, and whether that is all of it. */
export async function firstPages<T>(
  mostPages: number,
  ask: Ask<T>,
): Promise<{ items: T[]; complete: boolean }> {
  const items: T[] = [];
  for (let at = 1; at <= mostPages; at++) {
    const { data } = await ask({ page: at, per_page: page });
    items.push(...data);
    if (data.length < page) {
      return { items, complete: true };
    }
  }
  return { items, complete: false };
}

/**
 * What a list of GitHub holds on all of its pages. One that was cut never counts as whole: what is missing could be what matters.
 *
 * @throws GitError where it goes on after `mostPages`.
 */
export async function allPages<T>(
  what: string,
  mostPages: number,
  ask: Ask<T>,
): Promise<T[]> {
  const { items, complete } = await firstPages(mostPages, ask);
  if (!complete) {
    throw new GitError(
      'broken-answer',
      `there are ${
        mostPages * page
      } ${what} or more, which is more than is read`,
    );
  }
  return items;
}
