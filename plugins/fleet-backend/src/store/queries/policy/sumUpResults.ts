import {
  controlsOf,
  type PolicyResult,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** Results in their order, those that one change mends as one: of one control, or else one policy, on a workload of one name. */
export function sumUpResults(results: readonly PolicyResult[]): PolicyResult[] {
  const breaches = new Map<string, PolicyResult & { clusters: string[] }>();
  for (const result of results) {
    const key = breachOf(result);
    const known = breaches.get(key);
    if (!known) {
      breaches.set(key, { ...result, clusters: [result.cluster] });
    } else if (!known.clusters.includes(result.cluster)) {
      known.clusters.push(result.cluster);
      known.clusters.sort();
    }
  }
  return [...breaches.values()];
}

function breachOf({ policy, rule, resource }: PolicyResult): string {
  const { kind, namespace, name } = resource;
  const controls = controlsOfPolicy(policy);
  const what = controls.length > 0 ? controls : [policy.id, rule];
  return JSON.stringify([what, kind, namespace, name]);
}

function controlsOfPolicy({
  engine,
  kind,
  name,
}: PolicyResult['policy']): string[] {
  switch (engine) {
    case 'kyverno':
      return controlsOf({ engine, name });
    case 'gatekeeper':
      return controlsOf({ engine, name: kind });
    default:
      return [];
  }
}
