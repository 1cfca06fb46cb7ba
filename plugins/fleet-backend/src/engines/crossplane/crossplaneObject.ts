import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, type Fields } from '../fields';
import { recordOf, type Health } from '../recordOf';
import { isPaused } from './crossplaneHealth';

/** A kind of Crossplane's own that is part of no claim's tree. */
export function crossplaneObject(
  options: Pick<EngineKind, 'group' | 'kind' | 'plural' | 'versions'> & {
    healthOf(object: KubernetesObject): Health;
    /** Values that an object does not have are left out. */
    detailsOf(parts: {
      spec: Fields;
      status: Fields;
    }): Record<string, string | undefined>;
  },
): EngineKind {
  const { healthOf, detailsOf, ...kind } = options;
  return {
    ...kind,
    pace: 'relaxed',
    project(object, context) {
      const suspended = isPaused(object);
      const details = detailsOf({
        spec: fieldsOf(object.spec),
        status: fieldsOf(object.status),
      });
      return [
        {
          type: 'engine-object',
          ...recordOf(
            'crossplane',
            object,
            context,
            suspended
              ? {
                  state: 'suspended',
                  summary: 'paused: Crossplane leaves it alone',
                }
              : healthOf(object),
          ),
          suspended,
          details: Object.fromEntries(
            Object.entries(details).filter(
              (entry): entry is [string, string] => entry[1] !== undefined,
            ),
          ),
        },
      ];
    },
  };
}
