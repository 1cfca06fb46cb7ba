import {
  controlsOf,
  type PolicyResult,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** Results in their order, those that one change mends as one: of a control that both mean, or else one policy, on a workload of one name. */
export function sumUpResults(results: readonly PolicyResult[]): PolicyResult[] {
  const summed: PolicyResult[] = [];
  const clustersOf = new Map<string, Set<string>>();
  for (const result of results) {
    const breaches = breachesOf(result);
    const [known] = breaches.flatMap(breach => clustersOf.get(breach) ?? []);
    const clusters = known ?? new Set<string>();
    clusters.add(result.cluster);
    breaches.forEach(breach => clustersOf.set(breach, clusters));
    if (!known) {
      summed.push(result);
    }
  }
  return summed.map(result => ({
    ...result,
    clusters: [...clustersOf.get(breachesOf(result)[0])!].sort(),
  }));
}

function breachesOf({ policy, rule, resource }: PolicyResult): string[] {
  const { kind, namespace, name } = resource;
  const controls = controlsOfPolicy(policy);
  const names = controls.length > 0 ? controls : [policy.id + (rule ?? '')];
  return names.map(what => JSON.stringify([what, kind, namespace, name]));
}

function controlsOfPolicy({
  engine,
  kind,
  name,
}: PolicyResult['policy']): string[] {
  switch (engine) {
    case 'kyverno':
    case 'trivy':
      return controlsOf({ engine, name });
    case 'gatekeeper':
      return controlsOf({ engine, name: kind });
    default:
      return [];
  }
}
