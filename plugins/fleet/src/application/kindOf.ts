const engineTitles: Record<string, string> = {
  flux: 'Flux',
  argocd: 'Argo CD',
  flagger: 'Flagger',
  'external-secrets': 'External Secrets',
};

/** The engine and kind in words: `Flux HelmRelease`. */
export function kindOf(record: { engine: string; kind: string }): string {
  return `${engineTitles[record.engine] ?? record.engine} ${record.kind}`;
}
