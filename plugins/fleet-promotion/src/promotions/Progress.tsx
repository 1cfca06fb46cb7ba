import type { PromotionWave } from '@fleetcommander/backstage-plugin-fleet-common';
import { Muted } from '@fleetcommander/backstage-plugin-fleet-react';

/** How far a promotion is through its waves, in words. */
export function Progress(props: { waves: readonly PromotionWave[] }) {
  const { waves } = props;
  const done = waves.filter(({ state }) => state === 'done').length;
  const clusters = waves.flatMap(wave => wave.clusters);
  // What a wave is yet to change agrees with Git too: in what it had before.
  const well = waves
    .filter(({ state }) => state !== 'waiting' && state !== 'open')
    .flatMap(wave => wave.clusters)
    .filter(
      ({ state, agrees }) => state === 'healthy' && agrees === true,
    ).length;
  return (
    <Muted>
      {waves.length > 1 && `wave ${Math.min(done + 1, waves.length)} of `}
      {waves.length > 1 && `${waves.length}, `}
      {`${well} of ${clusters.length} clusters run it`}
    </Muted>
  );
}
