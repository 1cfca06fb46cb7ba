import type { StageWave } from '@fleetcommander/backstage-plugin-fleet-common';
import type { StageConfig } from '../../clusters/config/pipelineSchema';
import { matchesName } from '../matchesName';

/** An overlay of the stage, and the clusters that run it. */
export interface WaveOverlay {
  /** Region or cluster; absent: of the whole stage. */
  region?: string;
  clusters: readonly { cluster: string; region?: string }[];
}

/** A wave with the places in Git that it changes. */
export interface Wave extends StageWave {
  /** Regions of its overlays; undefined: the one of the whole stage. */
  overlays: (string | undefined)[];
}

/**
 * Which clusters of a stage change before which, and whether Git can change them apart: only where a wave has overlays of its own. What
 * no wave of the config names is the last.
 */
export function wavesOf(
  { waves, title }: Pick<StageConfig, 'waves' | 'title'>,
  overlays: readonly WaveOverlay[],
): Wave[] {
  const last = waves.length;
  const waveOf = (cluster: { cluster: string; region?: string }) => {
    const index = waves.findIndex(
      wave =>
        wave.regions.includes(cluster.region ?? '') ||
        wave.clusters.some(pattern => matchesName(pattern, cluster.cluster)),
    );
    return index < 0 ? last : index;
  };
  const placed = overlays.map(overlay => {
    const own = overlay.region
      ? waveOf({ cluster: overlay.region, region: overlay.region })
      : last;
    const members = overlay.clusters.map(cluster => ({
      cluster,
      wave: own < last ? own : waveOf(cluster),
    }));
    return { overlay, own, members };
  });
  return [...waves, { title: undefined, regions: [], clusters: [] }].flatMap(
    (wave, index): Wave[] => {
      const members = placed.flatMap(place =>
        place.members.filter(member => member.wave === index),
      );
      const touched = placed.filter(
        place =>
          place.members.some(member => member.wave === index) ||
          (place.members.length === 0 && place.own === index),
      );
      if (touched.length === 0) {
        return [];
      }
      const clusters = members.map(({ cluster }) => cluster.cluster);
      return [
        {
          title: wave.title ?? titleOf(wave, index, last) ?? title,
          regions: [
            ...new Set(touched.flatMap(({ overlay }) => overlay.region ?? [])),
          ],
          clusters: [...new Set(clusters)].sort(),
          separate: touched.every(place =>
            place.members.every(member => member.wave === index),
          ),
          overlays: touched.map(({ overlay }) => overlay.region),
        },
      ];
    },
  );
}

/** Not by its clusters: some who are told of the wave do not see them. */
function titleOf(
  { regions }: Pick<StageWave, 'regions'>,
  index: number,
  last: number,
): string | undefined {
  if (index < last) {
    return regions.join(', ') || `Part ${index + 1}`;
  }
  return last > 0 ? 'The rest' : undefined;
}
