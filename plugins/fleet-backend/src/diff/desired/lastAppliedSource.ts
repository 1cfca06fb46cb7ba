import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, timeOf } from '../../engines/fields';
import { LAST_APPLIED } from '../../secrets/lastApplied';
import { isMap } from '../isMap';
import type { DesiredSource } from './Desired';

/** The manifest that an engine applied last, which it writes on the object when it applies as `kubectl apply` does. */
export function lastAppliedSource(
  gitManagers: ReadonlySet<string>,
): DesiredSource {
  return {
    name: 'last-applied',
    async find({ live, application }) {
      const text = textOf(
        fieldsOf(live?.object.metadata.annotations)[LAST_APPLIED],
      );
      if (!live || !text) {
        return {
          unknown: live
            ? `it has no annotation ${LAST_APPLIED}: its engine applies on the server’s side`
            : 'it is not on the cluster',
        };
      }
      const writers = writersOf(live.object);
      const writer = writers.find(({ name }) => gitManagers.has(name));
      if (!writer) {
        const names = writers.map(({ name }) => name).join(', ');
        return {
          unknown: `its annotation ${LAST_APPLIED} was written by ${
            names || 'nobody knows whom'
          }, not by a client that writes for Git`,
        };
      }
      const applied = parse(text);
      return isMap(applied)
        ? {
            object: applied as KubernetesObject,
            words: `What ${writer.name} applied last, as it noted on the object.`,
            revision: application.revision,
            at: writer.time,
          }
        : {
            unknown: `its annotation ${LAST_APPLIED} is not an object in JSON`,
          };
    },
  };
}

/** Anybody can write an annotation: `managedFields` tell who did. */
function writersOf({ metadata }: KubernetesObject) {
  return itemsOf(metadata.managedFields)
    .map(fieldsOf)
    .filter(({ fieldsV1 }) => {
      const annotations = fieldsOf(
        fieldsOf(fieldsOf(fieldsV1)['f:metadata'])['f:annotations'],
      );
      return Object.hasOwn(annotations, `f:${LAST_APPLIED}`);
    })
    .map(({ manager, time }) => ({
      name: textOf(manager) ?? 'unknown',
      time: timeOf(time),
    }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
