/** The views of the screen, by their word in the URL. */
export const views = ['posture', 'coverage', 'results', 'exceptions'] as const;

/** One of {@link views}. */
export type View = (typeof views)[number];

/** A filter that several views understand alike. */
const shared = ['environment', 'region', 'cluster', 'owner', 'engine'];

/** What of an address still holds on another view: the rest would be filters that it does not have. */
export function keptSearch(search: URLSearchParams, view: string) {
  const kept = new URLSearchParams({ view });
  for (const key of shared) {
    for (const value of search.getAll(key)) {
      kept.append(key, value);
    }
  }
  return kept;
}
