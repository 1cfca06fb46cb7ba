import type {
  EngineKind,
  UsageRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, nameOf, textOf } from '../fields';
import { recordOf } from '../recordOf';
import { crossplaneHealth } from './crossplaneHealth';

const longestReason = 2_000;

/** What protects objects from deletion. Crossplane had one such kind in `apiextensions` before it gave them a group of their own. */
export function usage(options: {
  group: string;
  kind: string;
  plural: string;
  versions: readonly string[];
}): EngineKind {
  return {
    ...options,
    // Compositions make them too, and the page of a claim waits for all that it is made of.
    pace: 'populated',
    project(object, context) {
      const { of, by, reason } = fieldsOf(object.spec);
      return [
        {
          type: 'usage',
          ...recordOf('crossplane', object, context, crossplaneHealth(object)),
          of: subjectOf(of),
          by: by === undefined ? undefined : subjectOf(by),
          why: textOf(reason)?.slice(0, longestReason),
        },
      ];
    },
  };
}

/** Selected by labels, an object has no name here until Crossplane has found it. */
function subjectOf(value: unknown): UsageRecord['of'] {
  const { apiVersion, kind, resourceRef } = fieldsOf(value);
  return {
    apiVersion: nameOf(apiVersion),
    kind: nameOf(kind),
    name: nameOf(fieldsOf(resourceRef).name),
  };
}
