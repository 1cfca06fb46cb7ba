/** How far a wave came, at most. */
export function cameWords(came: number, clusters: number): string {
  return clusters === 0
    ? 'no cluster is delivered from there'
    : `came to ${came} of ${clusters} cluster${clusters === 1 ? '' : 's'}`;
}

/** What failed of a wave, after how far it came where there is more than one cluster to come to. */
export function failureWords(
  failure: string,
  came: number,
  clusters: number,
): string {
  return clusters > 1 ? `${cameWords(came, clusters)}; ${failure}` : failure;
}
