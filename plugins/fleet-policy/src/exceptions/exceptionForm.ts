import type {
  PolicyException,
  PolicyResult,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** What the form of an exception begins with, for something that breaks a policy. Undefined: its engine knows no exceptions. */
export function formFor(
  result: PolicyResult,
): Record<string, string | undefined> | undefined {
  const { policy, rule, resource, cluster } = result;
  const engine = formEngine(policy);
  if (!engine) {
    return undefined;
  }
  return {
    change: 'request',
    engine,
    cluster,
    name: `${resource.name}-${policy.name}`.slice(0, 63).replace(/\W+$/, ''),
    policy: policy.name,
    policyKind: policy.kind,
    rule: rule || undefined,
    namespace: resource.namespace,
    resource: resource.name,
    kind: resource.kind,
  };
}

/** What it begins with, for an exception that is there. */
export function formOf(
  exception: PolicyException,
): Record<string, string | undefined> {
  const { name, namespace, cluster } = exception;
  return { change: 'extend', engine: 'kyverno', cluster, name, namespace };
}

function formEngine({
  engine,
  kind,
}: PolicyResult['policy']): string | undefined {
  switch (engine) {
    case 'kyverno':
      return /^(Cluster)?Policy$/.test(kind) ? 'kyverno' : 'kyverno-cel';
    case 'gatekeeper':
      return 'gatekeeper';
    default:
      return undefined;
  }
}
