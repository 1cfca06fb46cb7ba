/**
 * How a promotion is, in the order in which it goes: its pull request `waits` for gates; is `ready`, to be merged by a person; is
 * `rolling-out` once merged; `done` when every cluster of its stage runs it and is well. `failed`: a canary or the health of a cluster
 * failed after the merge; it stays so where another takes its stage elsewhere. `closed`: without being merged. `superseded`: another took its
 * stage elsewhere before it was done.
 *
 * @public
 */
export const promotionStates = [
  'waiting',
  'ready',
  'rolling-out',
  'done',
  'failed',
  'closed',
  'superseded',
] as const;

/** One of {@link promotionStates}. @public */
export type PromotionState = (typeof promotionStates)[number];
