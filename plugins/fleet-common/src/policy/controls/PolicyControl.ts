/** A policy of a public library, or a check of a scanner, that means a control. @public */
export interface ControlPolicy {
  engine: 'kyverno' | 'gatekeeper' | 'trivy';
  /** Kyverno: the name of the policy. Gatekeeper: the kind of the constraint. Trivy: the id of the check. */
  name: string;
  /** Where the library has it. */
  source: string;
}

/**
 * What well-known policies of several engines mean alike, so that a fleet that mixes engines compares.
 *
 * @public
 */
export interface PolicyControl {
  id: string;
  /** As one says it: `No privileged containers`. */
  title: string;
  description: string;
  /** The lowest level of the Pod Security Standards that demands it. */
  podSecurity?: 'baseline' | 'restricted';
  policies: readonly ControlPolicy[];
}

/** Makes the policies of a control from where the two public libraries have them, and the scanner's checks from their ids. */
export function libraryPolicies(of: {
  /** Name to folder of github.com/kyverno/policies. */
  kyverno?: Readonly<Record<string, string>>;
  /** Kind to folder below `library` of github.com/open-policy-agent/gatekeeper-library. */
  gatekeeper?: Readonly<Record<string, string>>;
  trivy?: readonly string[];
}): ControlPolicy[] {
  return [
    ...Object.entries(of.kyverno ?? {}).map(([name, folder]) => ({
      engine: 'kyverno' as const,
      name,
      source: `https://github.com/kyverno/policies/tree/main/${folder}`,
    })),
    ...Object.entries(of.gatekeeper ?? {}).map(([name, folder]) => ({
      engine: 'gatekeeper' as const,
      name,
      source: `https://github.com/open-policy-agent/gatekeeper-library/tree/master/library/${folder}`,
    })),
    ...(of.trivy ?? []).map(name => ({
      engine: 'trivy' as const,
      name,
      source: `https://avd.aquasec.com/misconfig/${name.toLowerCase()}`,
    })),
  ];
}
