/** Where something runs, as names, paths and URLs word it. */
export interface Place {
  cluster: string;
  region?: string;
  /** Every word for every environment: production, prod, … */
  environmentWords: readonly string[];
}

const cache = new Map<string, RegExp>();

/**
 * Removes the place from a name, path or URL: `web-prod-us-east-1` becomes `web`, `apps/overlays/production/web` becomes
 * `apps/overlays/web`. What consists of nothing else stays.
 */
export function withoutPlace(text: string, place: Place): string {
  const stripped = text
    .replace(wordsOf(place), '')
    .replace(/^[-_./]+|[-_./]+$/g, '');
  return stripped || text;
}

function wordsOf({ cluster, region, environmentWords }: Place): RegExp {
  const words = [cluster, region, ...environmentWords].filter(
    word => word !== undefined && word !== '',
  );
  const key = words.join('\n');
  let pattern = cache.get(key);
  if (!pattern) {
    const alternatives = words
      .toSorted((a, b) => b!.length - a!.length)
      .map(word => word!.replace(/[.+?*^${}()|[\]\\]/g, '\\$&'))
      .join('|');
    pattern = new RegExp(`(?<=^|[-_./])(?:${alternatives})(?:[-_./]+|$)`, 'gi');
    cache.set(key, pattern);
  }
  return pattern;
}
