/**
 * How a gate stands. `unknown` is what the Git host or a cluster does not let us read: it holds a promotion up as `waiting` does, and
 * never counts as passed. `skipped` does not apply, such as a canary where there is none.
 *
 * @public
 */
export const gateStates = [
  'passed',
  'waiting',
  'failed',
  'unknown',
  'skipped',
] as const;

/** One of {@link gateStates}. @public */
export type GateState = (typeof gateStates)[number];

/**
 * Whether the branch lets a pull request in whose gates are not open: `required` demands their commit status from the App that publishes it
 * alone, `required-of-another` from an App that does not publish it, `forgeable` demands it and takes it from whoever may push, `not-required` does
 * not demand it, and of `unknown` the Git host does not tell.
 *
 * @public
 */
export const gateEnforcements = [
  'required',
  'required-of-another',
  'forgeable',
  'not-required',
  'unknown',
] as const;

/** One of {@link gateEnforcements}. @public */
export type GateEnforcement = (typeof gateEnforcements)[number];
