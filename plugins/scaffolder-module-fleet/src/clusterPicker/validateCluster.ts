import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { fleetOf } from '../shared/fleetOf';

/** Only a cluster of the fleet that the viewer sees will do. @public */
export const validateCluster: CustomFieldValidator<string> = async (
  value,
  field,
  context,
) => {
  if (!value) {
    return;
  }
  try {
    await fleetOf(context).getCluster(value);
  } catch (error) {
    field.addError(
      isNotFound(error)
        ? `There is no cluster '${value}' that you may see`
        : `Cluster '${value}' could not be looked up: ${
            error instanceof Error ? error.message : error
          }`,
    );
  }
};

/** As a ResponseError says it. */
function isNotFound(error: unknown): boolean {
  return (error as { statusCode?: number }).statusCode === 404;
}
