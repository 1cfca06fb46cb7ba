import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, type Fields } from './fields';
import { recordOf, type Health } from './recordOf';

/** A kind that only belongs to the set-up of an engine: how it is, and a few facts by name. */
export function engineObjectKind(
  options: Pick<EngineKind, 'group' | 'kind' | 'plural' | 'versions'> & {
    engine: string;
    healthOf(object: KubernetesObject): Health;
    /** Values that an object does not have are left out. */
    detailsOf(parts: {
      spec: Fields;
      status: Fields;
    }): Record<string, string | undefined>;
  },
): EngineKind {
  const { engine, healthOf, detailsOf, ...kind } = options;
  return {
    ...kind,
    pace: 'relaxed',
    project(object, context) {
      const details = detailsOf({
        spec: fieldsOf(object.spec),
        status: fieldsOf(object.status),
      });
      return [
        {
          type: 'engine-object',
          ...recordOf(engine, object, context, healthOf(object)),
          suspended: false,
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
