import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { fleetOf } from '../shared/fleetOf';
import { notOffered } from '../shared/notOffered';
import type { PlacedOverlay } from './PlacementValue';

/** Only clusters of the environment will do, and at least one environment. @public */
export const validatePlacement: CustomFieldValidator<
  PlacedOverlay[],
  { what?: string }
> = async (value = [], field, context) => {
  const overlays = value.filter(({ environment }) => environment);
  if (overlays.length === 0) {
    const { what = 'A stage' } = context.uiSchema?.['ui:options'] ?? {};
    field.addError(`Choose ${what.toLocaleLowerCase('en-US')} at least`);
    return;
  }
  const fleet = fleetOf(context);
  const { environments } = await fleet.claims.offers();
  for (const { environment, clusters } of overlays) {
    const problem = notOffered(
      environment,
      environments.map(({ name }) => name),
      'environment',
    );
    if (problem) {
      field.addError(problem);
      continue;
    }
    const { items } = await fleet.listClusters({
      filter: [`environment=${environment}`],
      limit: 500,
    });
    for (const cluster of clusters) {
      if (!items.some(({ name }) => name === cluster)) {
        field.addError(
          `There is no cluster '${cluster}' in ${environment} that you may see`,
        );
      }
    }
  }
};
