import { fieldsOf, numberOf } from '../engines/fields';
import { listAll } from './listAll';
import type { ReadinessCheck } from './ReadinessCheck';
import { toItems } from './toItems';

/** Budgets that let no pod go, so that no node of theirs can be drained. */
export const disruptionBudgets: ReadinessCheck = {
  id: 'disruption-budgets',
  title: 'Disruption budgets',
  inNamespaces: true,
  right: 'list on poddisruptionbudgets.policy',
  async run({ client }) {
    const budgets = await listAll(client, {
      group: 'policy',
      version: 'v1',
      plural: 'poddisruptionbudgets',
    });
    const shut = budgets.filter(({ status }) => {
      const { disruptionsAllowed, expectedPods } = fieldsOf(status);
      return disruptionsAllowed === 0 && (numberOf(expectedPods) ?? 0) > 0;
    });
    return {
      state: shut.length > 0 ? 'degraded' : 'healthy',
      summary:
        shut.length > 0
          ? `${shut.length} of ${budgets.length} budgets allow no disruption now: nodes with their pods cannot be drained`
          : `None of ${budgets.length} budgets stands in the way`,
      items: toItems(
        shut.map(({ metadata, status }) => {
          const { currentHealthy, desiredHealthy } = fieldsOf(status);
          return {
            title: `${metadata.namespace}/${metadata.name}`,
            summary: `${currentHealthy ?? 0} pods are healthy, and ${
              desiredHealthy ?? 0
            } have to be`,
            state: 'degraded' as const,
          };
        }),
      ),
    };
  },
};
