import { fieldsOf, textOf, type Fields } from '../fields';

/** Which policy an entry of a report is about. */
export interface NamedPolicy {
  policy: string;
  policyKind?: string;
  rule?: string;
}

/** Sources that say which kind of policy they tell of, and no more. */
const kindsBySource = new Map([
  ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicy'],
  ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicy'],
]);

/**
 * The policy that an entry names, as it names it: Kyverno writes `namespace/name` for one of a namespace. Scanners that leave the
 * policy empty have an id among their properties, and benchmarks number the checks of a rule.
 */
export function policyOfEntry(entry: Fields, source: string): NamedPolicy {
  const properties = fieldsOf(entry.properties);
  const id = textOf(properties.VulnerabilityID);
  const index = textOf(properties.index);
  const named = textOf(entry.rule);
  const policy = textOf(entry.policy) ?? id ?? named ?? 'unnamed';
  const rule = [index, named ?? id].filter(Boolean).join(' ');
  return {
    policy,
    policyKind: kindOf(source, policy.includes('/')),
    rule: rule && rule !== policy ? rule : undefined,
  };
}

/** By the words that Kyverno and API servers sign with: `kyverno`, `KyvernoValidatingPolicy`, `ValidatingAdmissionPolicy`. */
function kindOf(source: string, namespaced: boolean): string | undefined {
  if (source === 'kyverno') {
    return namespaced ? 'Policy' : 'ClusterPolicy';
  }
  const cel = /^Kyverno(?:Namespaced)?(\w+Policy)$/.exec(source)?.[1];
  if (cel) {
    return namespaced ? `Namespaced${cel}` : cel;
  }
  return kindsBySource.get(source);
}
