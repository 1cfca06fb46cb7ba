/**
 * The address of a list narrowed by filters.
 *
 * @public
 */
export function filterLink(
  path: string,
  filters: Record<string, string | readonly string[] | undefined>,
): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) {
    for (const item of [value ?? []].flat()) {
      search.append(key, item);
    }
  }
  return search.size > 0 ? `${path}?${search}` : path;
}
