import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textMapOf, timeOf } from '../fields';
import { recordOf, type Health } from '../recordOf';
import { podSecurity } from './podSecurity';

/** Namespaces with their labels, and what these say of Pod Security. */
export const namespace: EngineKind = {
  group: '',
  kind: 'Namespace',
  plural: 'namespaces',
  versions: ['v1'],
  pace: 'relaxed',
  project(object, context) {
    const { deletionTimestamp, labels } = object.metadata;
    const terminating =
      deletionTimestamp !== undefined ||
      fieldsOf(object.status).phase === 'Terminating';
    const health: Health = terminating
      ? {
          state: 'progressing',
          summary: 'is being deleted',
          since: timeOf(deletionTimestamp),
        }
      : { state: 'healthy', summary: 'active' };
    return [
      {
        type: 'namespace',
        ...recordOf('kubernetes', object, context, health),
        labels: textMapOf(labels),
      },
      ...podSecurity(object, context),
    ];
  },
};
