import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';

/** What a policy is called, by what it is called across clusters. */
export function nameOfPolicy(
  key: string,
  title: string | undefined,
): PolicyResult['policy'] {
  const [engine, kind, namespace, name] = key
    .split(':')
    .map(decodeURIComponent);
  return {
    id: key,
    engine,
    kind,
    namespace: namespace || undefined,
    name,
    title: title ?? name,
  };
}
