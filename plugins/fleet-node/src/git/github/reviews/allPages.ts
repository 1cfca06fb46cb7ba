const page = 100;

/** What a list of GitHub holds on all of its pages, as far as `mostPages`. */
export async function allPages<T>(
  mostPages: number,
  ask: (at: { page: number; per_page: number }) => Promise<{ data: T[] }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let at = 1; at <= mostPages; at++) {
    const { data } = await ask({ page: at, per_page: page });
    all.push(...data);
    if (data.length < page) {
      break;
    }
  }
  return all;
}
