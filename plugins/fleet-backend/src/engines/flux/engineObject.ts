import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, type Fields } from '../fields';
import { recordOf, type Health } from '../recordOf';
import { fluxHealth, isSuspended } from './fluxHealth';

/** What an object is asked for its details; values that it does not have are left out. */
export type DetailsOf = (parts: {
  spec: Fields;
  status: Fields;
}) => Record<string, unknown>;

/**
 * A kind of Flux that is neither application nor source.
 *
 * @param options - `suspended`: where `spec.suspend` does not say it. `healthOf`: where conditions do not.
 */
export function engineObject(options: {
  group: string;
  kind: string;
  plural: string;
  versions: readonly string[];
  detailsOf: DetailsOf;
  suspended?: (object: KubernetesObject) => boolean;
  withoutStatus?: Health;
}): EngineKind {
  const { group, kind, plural, versions, detailsOf, withoutStatus } = options;
  return {
    group,
    kind,
    plural,
    versions,
    pace: 'relaxed',
    project(object, context) {
      const suspended = (options.suspended ?? isSuspended)(object);
      const health = fluxHealth(object, { healthy: 'ready', suspended });
      return [
        {
          type: 'engine-object',
          ...recordOf(
            'flux',
            object,
            context,
            health.state === 'unknown' ? withoutStatus ?? health : health,
          ),
          suspended,
          details: toDetails(
            detailsOf({
              spec: fieldsOf(object.spec),
              status: fieldsOf(object.status),
            }),
          ),
        },
      ];
    },
  };
}

function toDetails(values: Record<string, unknown>): Record<string, string> {
  const details: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number' || (typeof value === 'string' && value)) {
      details[name] = String(value);
    }
  }
  return details;
}
