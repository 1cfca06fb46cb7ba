import type { ConfiguredGate } from './judgeGates';

/** Slugs of the teams that gates name in their options. */
export function teamsOfGates(gates: readonly ConfiguredGate[]): string[] {
  return gates.flatMap(({ options: { teams } }) =>
    Array.isArray(teams)
      ? teams.filter((team): team is string => typeof team === 'string')
      : [],
  );
}
