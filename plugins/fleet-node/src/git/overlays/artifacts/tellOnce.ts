import type { Spot } from '../build/Spot';
import type { Findings } from './findingsOf';
import type { Settled } from './Settled';

/**
 * What stands at one place, told once: a literal that a replacement puts into an image is told as that image, and what else it is put
 * into as a use of it. What others share is told apart, as the image can be overridden without the literal.
 */
export function tellOnce({ settled, settings }: Findings): Findings {
  const leading = new Map<string, Settled>();
  const inOrder = [
    ...settled.filter(({ kind }) => kind !== 'value'),
    ...settled.filter(({ kind }) => kind === 'value'),
  ];
  for (const one of inOrder) {
    const place = placeOf(one);
    leading.set(place, leading.get(place) ?? one);
  }
  const alsoIn = new Map<Settled, string[]>();
  const isRepeated = (spot: Spot, use: string, kind?: string) => {
    const leader = leading.get(placeOf({ spot }));
    const isOneThing = leader?.spot.own || leader?.spot.isFinal;
    if (!leader || leader.kind === kind || !isOneThing) {
      return false;
    }
    alsoIn.set(leader, [...(alsoIn.get(leader) ?? []), use]);
    return true;
  };
  const left = settled.filter(
    ({ kind, spot, use }) => kind !== 'value' || !isRepeated(spot, use, kind),
  );
  const rest = settings.filter(
    ({ name, spot }) => !isRepeated(spot, name.replace(': ', ', ')),
  );
  return {
    settled: left.map(one => ({ ...one, alsoIn: alsoIn.get(one) ?? [] })),
    settings: rest,
  };
}

function placeOf({ spot }: { spot: Spot }): string {
  return JSON.stringify(spot.place);
}
