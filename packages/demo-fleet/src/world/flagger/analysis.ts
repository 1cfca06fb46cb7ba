import { secondsOf } from '../secondsOf';
import { Canary } from './Canary';

/** How often a canary is looked at. */
export function intervalOf({ spec }: Canary): number {
  return secondsOf(spec.analysis.interval ?? '60s');
}

interface CanaryStep {
  status: Pick<NonNullable<Canary['status']>, 'canaryWeight' | 'iterations'>;
  /** As Flagger tells it. */
  words: string;
}

/** What comes next for a canary that does well; undefined: it is promoted. */
export function nextStep({ spec, status }: Canary): CanaryStep | undefined {
  const { iterations, stepWeights = [], stepWeight, maxWeight } = spec.analysis;
  if (iterations) {
    const next = (status?.iterations ?? 0) + 1;
    return next > iterations
      ? undefined
      : {
          status: { iterations: next },
          words: `canary iteration ${next}/${iterations}`,
        };
  }
  const weight = status?.canaryWeight ?? 0;
  if (weight >= (stepWeights.at(-1) ?? maxWeight ?? 100)) {
    return undefined;
  }
  const next = stepWeight
    ? weight + stepWeight
    : stepWeights.find(step => step > weight) ?? 100;
  const canaryWeight = Math.min(next, 100);
  return {
    status: { canaryWeight },
    words: `canary weight ${canaryWeight}`,
  };
}
