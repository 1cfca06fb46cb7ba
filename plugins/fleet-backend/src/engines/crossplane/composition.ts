import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, nameOf } from '../fields';
import { recordOf } from '../recordOf';

/** Compositions: the recipes for kinds. They have no status; what fails in one shows on the composites that use it. */
export const composition: EngineKind = {
  group: 'apiextensions.crossplane.io',
  kind: 'Composition',
  plural: 'compositions',
  versions: ['v1'],
  pace: 'relaxed',
  project(object, context) {
    const { apiVersion, kind } = fieldsOf(
      fieldsOf(object.spec).compositeTypeRef,
    );
    const compositeApiVersion = nameOf(apiVersion);
    const compositeKind = nameOf(kind);
    return [
      compositeApiVersion && compositeKind
        ? {
            type: 'composition',
            ...recordOf('crossplane', object, context, {
              state: 'healthy',
              summary: `makes ${compositeKind}`,
            }),
            compositeApiVersion,
            compositeKind,
          }
        : {
            type: 'engine-object',
            ...recordOf('crossplane', object, context, {
              state: 'unknown',
              summary: 'does not say what it makes',
            }),
            suspended: false,
            details: {},
          },
    ];
  },
};
