import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textsOf } from '../fields';
import { recordOf, type Health } from '../recordOf';

/** AppProjects: they bound what Applications may do. They only state, so nothing can be wrong with them. */
export const appProject: EngineKind = {
  group: 'argoproj.io',
  kind: 'AppProject',
  plural: 'appprojects',
  versions: ['v1alpha1'],
  pace: 'relaxed',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const health: Health = { state: 'healthy', summary: 'set up' };
    return [
      {
        type: 'engine-object',
        ...recordOf('argocd', object, context, health),
        suspended: false,
        details: {
          destinations: String(itemsOf(spec.destinations).length),
          sourceRepos: String(textsOf(spec.sourceRepos).length),
          syncWindows: String(itemsOf(spec.syncWindows).length),
        },
      },
    ];
  },
};
