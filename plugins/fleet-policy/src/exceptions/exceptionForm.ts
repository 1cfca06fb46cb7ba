import type {
  PolicyException,
  PolicyResult,
} from '@fleetcommander/backstage-plugin-fleet-common';

type Form = Record<string, string | undefined>;

/**
 * What the form of an exception begins with, for something that breaks a policy. Undefined where there can be none: its engine knows
 * no exceptions, or what breaks it is of no namespace.
 */
export function formFor(result: PolicyResult): Form | undefined {
  const { policy, resource, cluster, entityRefs, ownerRefs } = result;
  const engine = formEngine(policy);
  const { namespace } = resource;
  if (!engine || !namespace) {
    return undefined;
  }
  const common = {
    change: 'request',
    engine,
    cluster,
    namespace,
    owner: alone(ownerRefs),
  };
  if (engine === 'gatekeeper') {
    return common;
  }
  return {
    ...common,
    name: nameOf(result),
    resource: resource.name,
    entity: alone(entityRefs),
    ...(engine === 'kyverno'
      ? {
          policy: [policy.namespace, policy.name].filter(Boolean).join('/'),
          rule: writtenRule(result.rule),
          kind: resource.kind,
        }
      : { policy: policy.name, policyKind: policy.kind }),
  };
}

/** As its file is called, too. */
function nameOf({ policy, resource }: PolicyResult): string {
  return `${resource.name}-${policy.name}`
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-|-$/g, '');
}

/** Kyverno makes rules for workloads from one that is written for their pods, and the exception names them with it. */
function writtenRule(rule: string | undefined): string | undefined {
  return rule?.replace(/^autogen-(cronjob-)?/, '') || undefined;
}

function alone(refs: readonly string[]): string | undefined {
  return refs.length === 1 ? refs[0] : undefined;
}

/**
 * What it begins with, for an exception that is there. Undefined where the form cannot change it: what Gatekeeper's Config leaves alone,
 * several namespaces together, and what has no plain name.
 */
export function formOf(exception: PolicyException): Form | undefined {
  const { engine, name, namespace, cluster, policies } = exception;
  if (engine !== 'gatekeeper') {
    return isPlain(name)
      ? { change: 'extend', engine: 'kyverno', cluster, name }
      : undefined;
  }
  // Of a constraint the form asks for its file, and it has no exceptions with names of their own.
  return policies.length > 0 && isPlain(namespace)
    ? { change: 'extend', engine, cluster, namespace }
    : undefined;
}

/** As the form takes a name. */
function isPlain(name: string | undefined): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name ?? '');
}

function formEngine({
  engine,
  kind,
}: PolicyResult['policy']):
  | 'kyverno'
  | 'kyverno-cel'
  | 'gatekeeper'
  | undefined {
  switch (engine) {
    case 'kyverno':
      return /^(Cluster)?Policy$/.test(kind) ? 'kyverno' : 'kyverno-cel';
    case 'gatekeeper':
      return 'gatekeeper';
    default:
      return undefined;
  }
}
