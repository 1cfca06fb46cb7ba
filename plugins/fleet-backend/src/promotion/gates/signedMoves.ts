import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';

/** What comes and can be signed. */
const kinds: readonly Move['kind'][] = ['image', 'chart', 'oci-ref', 'git-ref'];

/** A move that brings what can be signed. */
export type SignedMove = Pick<Move, 'kind' | 'name'> & { to: string };

export function signedMoves(moves: readonly Move[]): SignedMove[] {
  return moves.flatMap(({ kind, name, to }) =>
    kinds.includes(kind) && to !== undefined ? [{ kind, name, to }] : [],
  );
}

/** By what the facts of signatures tell it: an image by its name, and all else with what it is. */
export function signedKey({ kind, name }: SignedMove): string {
  return kind === 'image' ? name : `${kind} ${name}`;
}
