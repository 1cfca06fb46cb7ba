import type {
  ActionResult,
  Application,
  ApplicationAction,
  Source,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ClusterConnections } from '../kubernetes/ClusterConnections';
import { actionResult } from './actionResult';
import type { CommandPatch } from './Command';
import { failureOf } from './failureOf';
import { planCommand } from './planCommand';
import { resourceOf } from './resourceOf';

const FIELD_MANAGER = 'fleetcommander';
const REQUESTED_BY = 'fleetcommander.io/requested-by';

/** Reads the application on its cluster, plans with what it is there, and patches. */
export async function applyCommand(options: {
  action: ApplicationAction;
  application: Application;
  sources: readonly Source[];
  requestedBy: string;
  connections: ClusterConnections;
  engines: readonly Engine[];
}): Promise<ActionResult> {
  const { action, application, sources, connections, engines } = options;
  try {
    const client = connections.get(application.cluster);
    const object = await client.get(resourceOf(engines, application));
    const now = new Date();
    const plan = planCommand(action, { application, sources, object, now });
    if ('refused' in plan) {
      return actionResult(application, 'refused', plan.refused);
    }
    const warnings = [...plan.warnings];
    for (const patch of plan.patches) {
      try {
        await client.patch(
          resourceOf(engines, patch.object),
          signed(patch, options.requestedBy),
          {
            type: 'application/merge-patch+json',
            fieldManager: FIELD_MANAGER,
          },
        );
      } catch (error) {
        if (patch.object.kind === application.kind) {
          throw error;
        }
        warnings.push(failureOf(error, application.cluster, patch.object));
      }
    }
    return actionResult(application, 'done', plan.message, warnings);
  } catch (error) {
    return actionResult(
      application,
      'failed',
      failureOf(error, application.cluster, application),
    );
  }
}

function signed({ patch }: CommandPatch, requestedBy: string) {
  return {
    ...patch,
    metadata: {
      ...patch.metadata,
      annotations: {
        ...patch.metadata?.annotations,
        [REQUESTED_BY]: requestedBy,
      },
    },
  };
}
