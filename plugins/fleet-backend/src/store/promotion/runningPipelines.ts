import { setImmediate } from 'node:timers/promises';
import { everything } from '../../promotion/facts/everything';
import type { PipelineBasis } from '../../promotion/PipelineBasis';
import type { PromotionRules } from '../../promotion/PromotionRules';
import type { QueryContext } from '../queries/QueryContext';
import { groupBy } from '../sql/groupBy';
import { readBases } from './readBases';
import { readStageClusters, type RunningStage } from './readStageClusters';

/** So few that those who wait for an answer meanwhile hardly notice. */
const atOnce = 25;

/** Pipelines with what runs of them, whoever sees it. */
export async function* runningPipelines(
  context: QueryContext,
  rules: PromotionRules,
  ids: readonly string[],
): AsyncGenerator<{ basis: PipelineBasis; running: RunningStage[] }> {
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = ids.slice(start, start + atOnce);
    const running = groupBy(
      await readStageClusters(context, some, everything),
      ({ pipelineId }) => pipelineId,
    );
    for (const basis of await readBases(context.database, rules, some)) {
      yield { basis, running: running.get(basis.id) ?? [] };
    }
    await setImmediate();
  }
}
