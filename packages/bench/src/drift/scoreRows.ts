import type { BenchContext, Row } from '../Bench';
import { percent } from '../measure/format';
import { precision, recall, type Score } from './score';

/** A row for each kind of drift; what was not found as labelled is named. */
export function scoreRows(
  scores: readonly Score[],
  { database, log }: Pick<BenchContext, 'database' | 'log'>,
): Row[] {
  return scores.map(result => {
    const misses = [...result.misses].map(
      ([scenario, count]) => `${scenario} (${count})`,
    );
    misses.forEach(miss => log(`${result.kind}: not as labelled: ${miss}`));
    return {
      database,
      measure: `${result.kind}: recall and precision in ${result.drifts} drifts and ${result.lookAlikes} look-alikes`,
      ours: `${percent(recall(result))}, ${percent(precision(result))}`,
      against: misses.length > 0 ? `misses: ${misses.join('; ')}` : undefined,
    };
  });
}
