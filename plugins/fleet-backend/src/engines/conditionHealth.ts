import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  conditionOf,
  conditionsOf,
  toldBy,
  type Condition,
} from './conditionOf';
import { explain } from './explain';
import { numberOf, timeOf } from './fields';
import type { Health } from './recordOf';

/**
 * How an object is by its Ready condition.
 *
 * @param words - what it comes to: `healthy`; `failing`, by the condition that says so; `unknown`, without a condition.
 */
export function conditionHealth(
  { metadata, status }: KubernetesObject,
  words: {
    healthy: string;
    failing: (ready: Condition) => string;
    unknown: string;
  },
): Health {
  if (metadata.deletionTimestamp) {
    return {
      state: 'progressing',
      summary: 'is being deleted',
      since: timeOf(metadata.deletionTimestamp),
    };
  }
  const ready = conditionOf(conditionsOf(status), 'Ready');
  const told = toldBy(ready);
  if (
    (ready?.observedGeneration ?? Infinity) <
    (numberOf(metadata.generation) ?? 0)
  ) {
    return {
      state: 'progressing',
      summary: 'its latest spec is not acted on yet',
      ...told,
    };
  }
  switch (ready?.status) {
    case 'True':
      return { state: 'healthy', summary: words.healthy, ...told };
    case 'False':
      return {
        state: 'failing',
        summary: explain(words.failing(ready), ready.message),
        ...told,
      };
    default:
      return { state: 'unknown', summary: words.unknown, ...told };
  }
}
