/**
 * What happens from the order of a claim until what it asks for is there, in this order. The last three are only of claims that make
 * clusters.
 *
 * @public
 */
export const claimStepNames = [
  'pull-request',
  'merged',
  'claimed',
  'provisioning',
  'control-plane',
  'bootstrap',
  'joined',
] as const;

/** One of {@link claimStepNames}. @public */
export type ClaimStepName = (typeof claimStepNames)[number];

/**
 * How a step is: `skipped` is one that this claim never takes, such as a pull request of what was applied by hand; `unknown`, one
 * that nobody can be asked of.
 *
 * @public
 */
export const claimStepStates = [
  'waiting',
  'active',
  'done',
  'failing',
  'skipped',
  'unknown',
] as const;

/** One of {@link claimStepStates}. @public */
export type ClaimStepState = (typeof claimStepStates)[number];
