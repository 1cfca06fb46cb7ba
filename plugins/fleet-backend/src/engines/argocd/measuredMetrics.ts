import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import type { AnalysisRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  countOf,
  fieldsOf,
  itemsOf,
  nameOf,
  textOf,
  type Fields,
} from '../fields';

type Measured = Pick<AnalysisRecord, 'metrics' | 'failedChecks' | 'threshold'>;

/** Values may be whole answers of a metrics server. */
const longestValue = 100;

const states: Readonly<Record<string, State>> = {
  Successful: 'healthy',
  Failed: 'failing',
  Error: 'failing',
  Inconclusive: 'degraded',
  Pending: 'progressing',
  Running: 'progressing',
};

/** What an analysis asks with what it measured, and the metric that has come nearest to have a version given up. */
export function measuredMetrics(spec: Fields, status: Fields): Measured {
  const results = new Map(
    itemsOf(status.metricResults)
      .map(fieldsOf)
      .map(result => [result.name, result]),
  );
  const metrics: Measured['metrics'] = [];
  let worst: Pick<Measured, 'failedChecks' | 'threshold'> = {};
  for (const metric of itemsOf(spec.metrics).map(fieldsOf)) {
    const name = nameOf(metric.name);
    if (name) {
      const result = results.get(name) ?? {};
      metrics.push({
        name,
        threshold: conditionOf(metric),
        interval: textOf(metric.interval),
        state: states[textOf(result.phase) ?? ''],
        message: wordsOf(result),
      });
      const failedChecks = countOf(result.failed);
      if (failedChecks >= (worst.failedChecks ?? 0)) {
        worst = { failedChecks, threshold: limitOf(metric) };
      }
    }
  }
  return { metrics, ...worst };
}

function conditionOf({
  successCondition,
  failureCondition,
}: Fields): string | undefined {
  const success = textOf(successCondition);
  const failure = textOf(failureCondition);
  return success ?? (failure && `not ${failure}`);
}

/** One failure more than are allowed; any number of them where it is negative. */
function limitOf({ failureLimit }: Fields): number | undefined {
  const limit = Number(failureLimit ?? 0);
  return limit >= 0 ? limit + 1 : undefined;
}

function wordsOf(result: Fields): string | undefined {
  const { value } = fieldsOf(itemsOf(result.measurements).at(-1));
  const measured = textOf(value)?.slice(0, longestValue);
  const failed = countOf(result.failed);
  const words = [
    measured && `measured ${measured}`,
    failed > 0 && `${failed} of ${countOf(result.count)} failed`,
    textOf(result.message)?.slice(0, longestValue),
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : undefined;
}
