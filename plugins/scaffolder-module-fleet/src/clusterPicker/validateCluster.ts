import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import { fleetOf } from '../shared/fleetOf';

/**
 * Only a cluster of the fleet that the viewer sees will do, or one that a claim is to make: of those, the one that came to nothing is
 * to be mended or retired most urgently.
 *
 * @public
 */
export const validateCluster: CustomFieldValidator<string> = async (
  value,
  field,
  context,
) => {
  if (!value) {
    return;
  }
  try {
    if (!(await isKnown(fleetOf(context), value))) {
      field.addError(`There is no cluster '${value}' that you may see`);
    }
  } catch (error) {
    field.addError(
      `Cluster '${value}' could not be looked up: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
};

async function isKnown(fleet: FleetClient, name: string): Promise<boolean> {
  try {
    await fleet.getCluster(name);
    return true;
  } catch (error) {
    if (!isNotFound(error)) {
      throw error;
    }
    const filter = [`makesCluster=${name}`];
    const { items } = await fleet.claims.list({ filter, limit: 1 });
    return items.some(({ makesCluster }) => makesCluster === name);
  }
}

/** As a ResponseError says it. */
function isNotFound(error: unknown): boolean {
  return (error as { statusCode?: number }).statusCode === 404;
}
