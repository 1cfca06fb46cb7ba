import type { CanaryRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { countOf, fieldsOf, itemsOf, numberOf, type Fields } from '../fields';
import { metricOf } from './metricOf';

type Analysis = Pick<
  CanaryRecord,
  | 'step'
  | 'steps'
  | 'weight'
  | 'maxWeight'
  | 'failedChecks'
  | 'threshold'
  | 'iterations'
  | 'metrics'
>;

/** How far a canary is with what it is to be tried with. */
export function analysisOf(spec: Fields, status: Fields): Analysis {
  const analysis = fieldsOf(spec.analysis);
  const metrics = itemsOf(analysis.metrics).flatMap(
    metric => metricOf(fieldsOf(metric)) ?? [],
  );
  const rounds = countOf(analysis.iterations);
  return {
    ...(rounds > 0
      ? { steps: rounds, step: countOf(status.iterations) }
      : weightsOf(analysis, numberOf(status.canaryWeight))),
    iterations: rounds > 0 ? countOf(status.iterations) : undefined,
    // Set back to none when a canary is given up, however many failed.
    failedChecks:
      status.phase === 'Failed' ? undefined : numberOf(status.failedChecks),
    threshold: countOf(analysis.threshold) || 1,
    metrics: metrics.length > 0 ? metrics : undefined,
  };
}

/** The weight at which a canary is promoted. */
export function maxWeightOf(analysis: Fields): number {
  const last = numberOf(itemsOf(analysis.stepWeights).at(-1));
  return Math.min(last ?? (countOf(analysis.maxWeight) || 100), 100);
}

function weightsOf(
  analysis: Fields,
  weight: number | undefined,
): Pick<Analysis, 'step' | 'steps' | 'weight' | 'maxWeight'> {
  const maxWeight = maxWeightOf(analysis);
  const weights = itemsOf(analysis.stepWeights);
  const stepWeight = countOf(analysis.stepWeight);
  const stepOf = (reached: number) =>
    weights.length > 0
      ? weights.filter(at => (numberOf(at) ?? 0) <= reached).length
      : Math.ceil(reached / stepWeight);
  return weights.length === 0 && stepWeight === 0
    ? { weight, maxWeight }
    : {
        weight,
        maxWeight,
        steps: stepOf(maxWeight),
        step: weight === undefined ? undefined : stepOf(weight),
      };
}
