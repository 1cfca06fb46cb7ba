import type {
  ClusterProblem,
  Engine,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { nearest } from '../clusters/config/nearest';

/**
 * The engines as they look for overrides in objects of these kinds only; kinds that are read for nothing else are left out. Without
 * kinds they look in all that they know how to.
 */
export function selectOverrides(
  engines: readonly Engine[],
  kinds: readonly string[] | undefined,
): { engines: readonly Engine[]; problems: ClusterProblem[] } {
  if (!kinds) {
    return { engines, problems: [] };
  }
  const known = engines.flatMap(engine =>
    engine.kinds.flatMap(({ kind, overrides }) => (overrides ? kind : [])),
  );
  const wanted = new Set(kinds);
  return {
    engines: engines.map(engine => ({
      ...engine,
      kinds: engine.kinds
        .filter(
          ({ kind, overrides }) => overrides !== 'only' || wanted.has(kind),
        )
        .map(kind =>
          kind.overrides && !wanted.has(kind.kind)
            ? { ...kind, overrides: false }
            : kind,
        ),
    })),
    problems: kinds.flatMap((kind, index) =>
      known.includes(kind)
        ? []
        : {
            key: `fleet.drift.overrides.kinds[${index}]`,
            message: problemOf(kind, known),
          },
    ),
  };
}

function problemOf(kind: string, known: readonly string[]): string {
  const guess = nearest(kind, known);
  return guess
    ? `overrides are not looked for in a ${kind}; did you mean ${guess}?`
    : `overrides are not looked for in a ${kind}; they can be in ${known.join(
        ', ',
      )}`;
}
