/** A policy of a public library that means a control. @public */
export interface ControlPolicy {
  engine: 'kyverno' | 'gatekeeper';
  /** Kyverno: the name of the policy. Gatekeeper: the kind of the constraint. */
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

/** Makes the policies of a control from where the two public libraries have them. */
export function libraryPolicies(of: {
  /** Name to folder of github.com/kyverno/policies. */
  kyverno?: Readonly<Record<string, string>>;
  /** Kind to folder below `library` of github.com/open-policy-agent/gatekeeper-library. */
  gatekeeper?: Readonly<Record<string, string>>;
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
  ];
}
