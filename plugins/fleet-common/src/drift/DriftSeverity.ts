/**
 * How much a drift needs a person: worst first.
 *
 * @public
 */
export const driftSeverities = ['critical', 'high', 'medium', 'low'] as const;

/** One of {@link driftSeverities}. @public */
export type DriftSeverity = (typeof driftSeverities)[number];
