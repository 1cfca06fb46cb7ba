import { Canary, CanaryMetric } from './Canary';

const successRate = 71.43;
const durationMs = 1840;

/** How Flagger words that a metric is out of its range. */
export function failedMetric({ metadata, spec }: Canary): string {
  const { name, namespace } = metadata;
  const metric = spec.analysis.metrics?.[0] ?? {
    name: 'request-success-rate',
    thresholdRange: { min: 99 },
  };
  return `Halt ${name}.${namespace} advancement ${wordsOf(metric)}`;
}

function wordsOf({ name, thresholdRange = {} }: CanaryMetric): string {
  const { min, max } = thresholdRange;
  if (name === 'request-success-rate') {
    return `success rate ${successRate}% < ${min ?? 99}%`;
  }
  if (name === 'request-duration') {
    return `request duration ${durationMs / 1000}s > ${max ?? 500}ms`;
  }
  return max === undefined
    ? `${name} ${((min ?? 1) / 2).toFixed(2)} < ${min ?? 1}`
    : `${name} ${(max * 2).toFixed(2)} > ${max}`;
}
