/**
 * How a thing is, in the one vocabulary that every record, route and screen uses.
 *
 * @public
 */
export const states = [
  'healthy',
  'progressing',
  'degraded',
  'failing',
  'suspended',
  'unknown',
  'unreachable',
  'not-allowed',
  'not-installed',
] as const;

/** One word of {@link states}. @public */
export type State = (typeof states)[number];

/**
 * Orders states by how much they need a person: worst first.
 *
 * @public
 */
export const statesByUrgency: readonly State[] = [
  'failing',
  'unreachable',
  'degraded',
  'not-allowed',
  'unknown',
  'progressing',
  'suspended',
  'not-installed',
  'healthy',
];

/** The state among `candidates` that needs a person most; `undefined` of none. @public */
export function worstState(candidates: Iterable<State>): State | undefined {
  const present = new Set(candidates);
  return statesByUrgency.find(state => present.has(state));
}
