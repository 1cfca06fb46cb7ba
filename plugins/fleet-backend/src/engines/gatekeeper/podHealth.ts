import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { explain } from '../explain';
import { fieldsOf, itemsOf, numberOf, textOf, timeOf } from '../fields';
import type { Health } from '../recordOf';

/** What one pod of Gatekeeper says of an object. */
interface PodStatus {
  enforced?: boolean;
  observedGeneration?: number;
  errors: { code?: string; message?: string }[];
}

/**
 * Whether Gatekeeper applies an object, by what its pods say of it. Undefined: they say that it is applied, or say nothing against.
 *
 * @param options - `points`: enforcement points whose errors matter. Gatekeeper reports that it cannot generate a
 * ValidatingAdmissionPolicy for each constraint in Rego, which matters only to those that ask for one.
 */
export function podHealth(
  object: KubernetesObject,
  options: { points: readonly string[] },
): Health | undefined {
  const { deletionTimestamp, generation } = object.metadata;
  if (deletionTimestamp) {
    return {
      state: 'progressing',
      summary: 'is being deleted',
      since: timeOf(deletionTimestamp),
    };
  }
  const pods = itemsOf(fieldsOf(object.status).byPod).map(pod =>
    podStatus(pod, options.points),
  );
  const [error] = pods.flatMap(({ errors }) => errors);
  if (error) {
    return {
      state: 'failing',
      summary: explain('Gatekeeper cannot apply it', error.message),
      reason: error.code,
      message: error.message,
    };
  }
  const wanted = numberOf(generation);
  if (
    pods.some(({ observedGeneration: seen }) => wanted && seen && seen < wanted)
  ) {
    return {
      state: 'progressing',
      summary: 'its latest spec is not acted on yet',
    };
  }
  // Pods that have no part in it, such as those that only answer webhooks of mutation, say nothing.
  const told = pods.filter(({ enforced }) => enforced !== undefined);
  const idle = told.filter(({ enforced }) => !enforced);
  if (idle.length === 0) {
    return undefined;
  }
  return {
    state: idle.length === told.length ? 'failing' : 'degraded',
    summary: `${idle.length} of ${told.length} pods of Gatekeeper do not apply it`,
  };
}

function podStatus(value: unknown, points: readonly string[]): PodStatus {
  const { enforced, observedGeneration, errors, enforcementPointsStatus } =
    fieldsOf(value);
  const ofPoints = itemsOf(enforcementPointsStatus)
    .map(fieldsOf)
    .filter(
      ({ enforcementPoint, state }) =>
        state === 'error' && points.includes(String(enforcementPoint)),
    )
    .map(({ enforcementPoint, message }) => ({
      code: textOf(enforcementPoint),
      message: textOf(message),
    }));
  return {
    enforced: typeof enforced === 'boolean' ? enforced : undefined,
    observedGeneration: numberOf(observedGeneration),
    errors: [
      ...itemsOf(errors)
        .map(fieldsOf)
        .map(({ code, type, message }) => ({
          code: textOf(code) ?? textOf(type),
          message: textOf(message),
        })),
      ...ofPoints,
    ],
  };
}
