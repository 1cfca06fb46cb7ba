import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, numberOf, timeOf } from '../fields';
import type { Health } from '../recordOf';

/**
 * The health of a workload whose status does not say how it is: it is going, halted, or its controller has not seen its latest spec.
 * `undefined` where the status decides.
 */
export function unsettledHealth(
  object: KubernetesObject,
  options: { suspended?: boolean } = {},
): Health | undefined {
  const { deletionTimestamp, generation } = object.metadata;
  if (deletionTimestamp) {
    return {
      state: 'progressing',
      summary: 'is being deleted',
      since: timeOf(deletionTimestamp),
    };
  }
  if (options.suspended) {
    return { state: 'suspended', summary: 'is paused' };
  }
  const status = fieldsOf(object.status);
  if (Object.keys(status).length === 0) {
    return { state: 'unknown', summary: 'has no status yet' };
  }
  const observed = numberOf(status.observedGeneration);
  const wanted = numberOf(generation);
  return observed !== undefined && wanted !== undefined && observed < wanted
    ? { state: 'progressing', summary: 'its latest spec is not acted on yet' }
    : undefined;
}

/** The health of a workload that nobody wants pods of. */
export function scaledToZero(pods: number, since?: string): Health {
  return pods > 0
    ? {
        state: 'progressing',
        summary: `scaling to zero, ${pods} pods left`,
      }
    : { state: 'healthy', summary: 'scaled to zero', since };
}
