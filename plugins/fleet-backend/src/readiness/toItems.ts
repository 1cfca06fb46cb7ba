import {
  statesByUrgency,
  type State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { mostItems, type CheckResult } from './ReadinessCheck';

/** What a check lists, worst first; of many, only the worst. */
export function toItems(
  items: readonly { title: string; summary: string; state: State }[],
): CheckResult['items'] {
  return [...items]
    .sort(
      (left, right) =>
        statesByUrgency.indexOf(left.state) -
        statesByUrgency.indexOf(right.state),
    )
    .slice(0, mostItems);
}
