import { ToggleButton } from '@fleetcommander/backstage-plugin-fleet-react';
import type { Troubled } from './useTroubled';

/** How many are fine, and the way to see them. */
export function FineToggle(props: { troubled: Troubled<unknown> }) {
  const { fine, showsAll, setShowsAll } = props.troubled;
  return fine ? (
    <ToggleButton pressed={showsAll} onToggle={() => setShowsAll(!showsAll)}>
      {fine} fine
    </ToggleButton>
  ) : null;
}
