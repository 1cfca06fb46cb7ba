import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  compareOverlays,
  type Overlay,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { toMove } from './toMove';

/** An overlay of a stage. */
export interface RegionalOverlay {
  region?: string;
  overlay?: Overlay;
}

/** How a stage differs from another, over all regions: each is compared with the same one there, where there is one. */
export function differences(
  target: readonly RegionalOverlay[],
  source: readonly RegionalOverlay[],
): { moves: Move[]; ahead: boolean } {
  const moves: Move[] = [];
  let ahead = false;
  for (const { region, overlay } of target) {
    const from =
      source.find(other => other.region === region)?.overlay ??
      source.find(other => other.overlay)?.overlay;
    if (overlay && from) {
      const difference = compareOverlays(overlay, from);
      ahead ||= difference.ahead && difference.moves.length > 0;
      moves.push(...difference.moves.map(move => toMove(move, region)));
    }
  }
  return { moves: merge(moves, target.length), ahead };
}

/** What is the same in all regions is said once. */
function merge(moves: readonly Move[], regions: number): Move[] {
  const groups = new Map<string, Move[]>();
  for (const move of moves) {
    const key = JSON.stringify([move.kind, move.name, move.from, move.to]);
    groups.set(key, [...(groups.get(key) ?? []), move]);
  }
  return [...groups.values()].flatMap(group => {
    const [{ region, ...move }] = group;
    return group.length === regions && region
      ? [{ ...move, summary: move.summary.replace(` in ${region}`, '') }]
      : group;
  });
}
