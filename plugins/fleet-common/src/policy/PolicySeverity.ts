/**
 * How bad a breach is, worst first.
 *
 * @public
 */
export const policySeverities = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const;

/** One of {@link policySeverities}. @public */
export type PolicySeverity = (typeof policySeverities)[number];
