/**
 * How a policy, or a control, stands on a cluster. `partial`: it is enforced in some namespaces only. `other-version`: it is there
 * and its content is not what most of the fleet has. `not-ready`: it is there and its engine does not apply it. `no-engine`: the
 * engine is not installed. `unknown`: the cluster cannot be asked.
 *
 * @public
 */
export const coverageStates = [
  'enforce',
  'partial',
  'warn',
  'audit',
  'off',
  'absent',
  'other-version',
  'not-ready',
  'no-engine',
  'unknown',
] as const;

/** One of {@link coverageStates}. @public */
export type CoverageState = (typeof coverageStates)[number];
