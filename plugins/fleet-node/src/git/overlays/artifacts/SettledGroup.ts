import type { OverlayArtifact } from '../Overlay';
import type { Settled } from './Settled';

/** The places that settle one and the same thing: the same image in two containers, say. */
export interface SettledGroup {
  artifact: OverlayArtifact;
  members: readonly Settled[];
}

/** What is settled, in the order in which it was found, each thing once. */
export function groupSettled(settled: readonly Settled[]): SettledGroup[] {
  const groups = new Map<string, Settled[]>();
  for (const one of settled) {
    const { kind, name, version, digest, spot } = one;
    const key = JSON.stringify([kind, name, version, digest, spot.own]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(members => ({
    artifact: artifactOf(members),
    members,
  }));
}

function artifactOf(members: readonly Settled[]): OverlayArtifact {
  const [{ kind, name, version, digest, spot }] = members;
  const isShared =
    !spot.own && spot.origin !== 'images' && spot.origin !== 'component';
  return {
    kind,
    name,
    ...(version !== undefined && { version }),
    ...(digest !== undefined && { digest }),
    origin: isShared && spot.origin === 'source' ? 'base' : spot.origin,
    place: spot.place,
    own: spot.own,
    uses: [
      ...new Set(members.flatMap(({ use, alsoIn = [] }) => [use, ...alsoIn])),
    ],
  };
}
