import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';

/** Images that the target gets, each once. */
export function imagesThatCome(
  moves: readonly Move[],
): { name: string; to: string }[] {
  const images = moves.flatMap(({ kind, name, to }) =>
    kind === 'image' && to !== undefined ? [{ name, to }] : [],
  );
  return [
    ...new Map(
      images.map(image => [`${image.name} ${image.to}`, image]),
    ).values(),
  ];
}
