import { run, type CelInput } from '@bufbuild/cel';
import { ClusterObjects, KubernetesObject } from '../../types';

/** What a PolicyException of the older generation names. */
interface PatternSpec {
  exceptions: { policyName: string; ruleNames: string[] }[];
  match: {
    any?: { resources: Matched }[];
    all?: { resources: Matched }[];
  };
}

interface Matched {
  kinds?: string[];
  names?: string[];
  namespaces?: string[];
}

interface CelSpec {
  policyRefs: { name: string }[];
  matchConditions?: { expression: string }[];
}

/** An exception, asked whether it is for a rule of a policy on a resource; what is written in CEL has no rules. */
export interface Exception {
  name: string;
  covers(
    resource: Pick<KubernetesObject, 'kind' | 'metadata'>,
    policy: string,
    rule?: string,
  ): boolean;
}

/** The exceptions that a cluster has, as Kyverno reads them; where they end is for people to see to. */
export function exceptionsOf(cluster: ClusterObjects): readonly Exception[] {
  return [
    ...cluster.list('kyverno.io', 'policyexceptions').map(ofPattern),
    ...cluster.list('policies.kyverno.io', 'policyexceptions').map(inCel),
  ];
}

function ofPattern({ metadata, spec }: KubernetesObject): Exception {
  const { exceptions, match } = spec as unknown as PatternSpec;
  return {
    name: metadata.name,
    covers: (resource, policy, rule) =>
      exceptions.some(
        ({ policyName, ruleNames }) =>
          policyName === policy && isAmong(ruleNames, rule ?? ''),
      ) &&
      (match.any?.some(({ resources }) => matches(resources, resource)) ??
        match.all?.every(({ resources }) => matches(resources, resource)) ??
        false),
  };
}

function matches(
  { kinds, names, namespaces }: Matched,
  { kind, metadata }: Pick<KubernetesObject, 'kind' | 'metadata'>,
): boolean {
  return (
    (!kinds || isAmong(kinds, kind)) &&
    (!names || isAmong(names, metadata.name)) &&
    (!namespaces || isAmong(namespaces, metadata.namespace ?? ''))
  );
}

const wildcards: Record<string, string> = { '*': '.*', '?': '.' };

/** Whether a text is what one of the patterns says, with * for anything and ? for one character. */
function isAmong(patterns: readonly string[], text: string): boolean {
  return patterns.some(pattern =>
    new RegExp(
      `^${pattern.replace(
        /[^\w-]/g,
        character => wildcards[character] ?? `\\${character}`,
      )}$`,
    ).test(text),
  );
}

function inCel({ metadata, spec }: KubernetesObject): Exception {
  const { policyRefs, matchConditions = [] } = spec as unknown as CelSpec;
  return {
    name: metadata.name,
    covers: (resource, policy, rule) =>
      rule === undefined &&
      policyRefs.some(({ name }) => name === policy) &&
      matchConditions.every(({ expression }) => holds(expression, resource)),
  };
}

/** A condition that cannot be told excepts nothing. */
function holds(
  expression: string,
  object: Pick<KubernetesObject, 'kind' | 'metadata'>,
): boolean {
  try {
    return run(expression, { object: object as unknown as CelInput }) === true;
  } catch {
    return false;
  }
}
