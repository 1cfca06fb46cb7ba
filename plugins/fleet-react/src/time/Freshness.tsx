import type { Freshness as FleetFreshness } from '@fleetcommander/backstage-plugin-fleet-common';
import { Age } from './Age';

/**
 * When a fact was last proven by its cluster, and why that is long ago if it is.
 *
 * @public
 */
export function Freshness(props: { freshness: FleetFreshness }) {
  const { observedAt, stale, reason } = props.freshness;
  return <Age at={observedAt} stale={stale} reason={reason} />;
}
