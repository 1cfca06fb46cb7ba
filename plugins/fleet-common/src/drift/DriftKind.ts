/**
 * What can differ. `out-of-sync`: live differs from what Git said when they last agreed. `override`: a client changed what Git's
 * manager had set. `behind`: Git has moved on and the cluster has not. `failing`: the engine cannot apply. `frozen`: nobody corrects
 * drift here. `skew`: clusters that should agree run different versions. `missing`: a cluster that should have it has not. `stale`:
 * the verdict itself is old.
 *
 * @public
 */
export const driftKinds = [
  'out-of-sync',
  'override',
  'behind',
  'failing',
  'frozen',
  'skew',
  'missing',
  'stale',
] as const;

/** One of {@link driftKinds}. @public */
export type DriftKind = (typeof driftKinds)[number];
