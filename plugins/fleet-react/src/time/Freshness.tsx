import type { Freshness as FleetFreshness } from '@fleetcommander/backstage-plugin-fleet-common';
import { Age } from './Age';

/** Props of {@link Freshness}. @public */
export interface FreshnessProps {
  freshness: FleetFreshness;
  /** Stands before the age of what is fresh. */
  prefix?: string;
  /** What is said beside it; a reason that says the same is left out. */
  beside?: string;
  /** Leaves the reason out, where it is a click away. */
  brief?: boolean;
}

/**
 * When a fact was last proven by its cluster, and why that is long ago if it is.
 *
 * @public
 */
export function Freshness(props: FreshnessProps) {
  const { freshness, prefix, beside, brief } = props;
  const { observedAt, stale, reason } = freshness;
  return (
    <Age
      at={observedAt}
      stale={stale}
      prefix={stale ? undefined : prefix}
      reason={brief || reason === beside ? undefined : reason}
    />
  );
}
