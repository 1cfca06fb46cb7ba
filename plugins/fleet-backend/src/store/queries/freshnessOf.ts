import type {
  Freshness,
  Outcome,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { QueryContext } from './QueryContext';

/** How asking last went, and when it last went well. */
export interface Observation {
  /** Of asking the cluster. */
  outcome: Outcome;
  message?: string;
  /** Of reading the kind. */
  collectionOutcome?: Outcome;
  collectionMessage?: string;
  observedAt?: string;
  /** Between two looks at the kind, where that is not each poll. */
  everySeconds?: number;
}

/** How old a fact is, and why. */
export function freshnessOf(
  observation: Observation,
  { now, staleAfterSeconds }: QueryContext,
): Freshness {
  const { outcome, message, collectionOutcome, observedAt } = observation;
  const { everySeconds = 0 } = observation;
  const reason =
    wordsFor(outcome, message) ??
    wordsFor(collectionOutcome, observation.collectionMessage);
  if (reason) {
    return { observedAt, stale: true, reason };
  }
  if (observedAt === undefined) {
    return { stale: true, reason: 'not read yet' };
  }
  const age = (now().getTime() - new Date(observedAt).getTime()) / 1_000;
  return age > Math.max(staleAfterSeconds, 2 * everySeconds)
    ? { observedAt, stale: true, reason: `not read since ${observedAt}` }
    : { observedAt, stale: false };
}

function wordsFor(
  outcome: Outcome | undefined,
  message: string | undefined,
): string | undefined {
  if (outcome === undefined || outcome === 'ok') {
    return undefined;
  }
  const words =
    outcome === 'pending' ? 'not polled yet' : outcome.replaceAll('-', ' ');
  return message ? `${words}: ${message}` : words;
}
