import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';

/** Moves wherever they are made: those that differ by region alone are one. */
export function withoutRegions(moves: readonly Move[]): Move[] {
  const found = new Map<string, Move>();
  for (const { region, summary, ...move } of moves) {
    const key = JSON.stringify([move.kind, move.name, move.from, move.to]);
    found.set(key, {
      ...move,
      summary: region ? summary.replace(` in ${region}`, '') : summary,
    });
  }
  return [...found.values()];
}
