import type { CanaryRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, nameOf, numberOf, textOf, type Fields } from '../fields';

type Metric = NonNullable<CanaryRecord['metrics']>[number];

/** The units of the metrics that Flagger knows by itself. */
const units: Readonly<Record<string, string>> = {
  'request-success-rate': ' %',
  'request-duration': ' ms',
};

/** What a canary asks, in words. How it was answered Flagger tells in Events alone. */
export function metricOf(metric: Fields): Metric | undefined {
  const name = nameOf(metric.name);
  if (!name) {
    return undefined;
  }
  const unit = units[name] ?? '';
  const { min, max } = fieldsOf(metric.thresholdRange);
  const bounds = [
    ['at least', numberOf(min)],
    // The older field: an upper bound, but of the rate of success.
    [
      name === 'request-success-rate' ? 'at least' : 'at most',
      numberOf(metric.threshold),
    ],
    ['at most', numberOf(max)],
  ] as const;
  const threshold = bounds
    .flatMap(([words, bound]) =>
      bound === undefined ? [] : [`${words} ${bound}${unit}`],
    )
    .join(', ');
  return {
    name,
    threshold: threshold || undefined,
    interval: textOf(metric.interval),
  };
}
