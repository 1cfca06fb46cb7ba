import { secondsOf } from '../secondsOf';
import { Canary } from './Canary';

/** How often a canary is looked at. */
export function intervalOf({ spec }: Canary): number {
  return secondsOf(spec.analysis.interval ?? '60s');
}

/** The weight at which a canary is promoted. */
export function maxWeightOf({ spec }: Canary): number {
  const { stepWeights, maxWeight } = spec.analysis;
  return stepWeights?.at(-1) ?? maxWeight ?? 100;
}

/** The weight that comes after one. */
export function nextWeight({ spec }: Canary, weight: number): number {
  const { stepWeight, stepWeights = [] } = spec.analysis;
  const next = stepWeight
    ? weight + stepWeight
    : stepWeights.find(step => step > weight) ?? 100;
  return Math.min(next, 100);
}
