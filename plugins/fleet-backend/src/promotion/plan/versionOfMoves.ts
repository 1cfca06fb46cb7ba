import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';

/** The one version that moves bring, to show. Undefined where they bring several, or none. */
export function versionOfMoves(moves: readonly Move[]): string | undefined {
  for (const kind of ['image', 'chart']) {
    const versions = new Set(
      moves.flatMap(move =>
        move.kind === kind && move.to ? move.to.split('@')[0] : [],
      ),
    );
    if (versions.size > 0) {
      return versions.size === 1 ? [...versions][0] : undefined;
    }
  }
  return undefined;
}
