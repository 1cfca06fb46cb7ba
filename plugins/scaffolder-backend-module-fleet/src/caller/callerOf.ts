import type { AuthService } from '@backstage/backend-plugin-api';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { FleetRequestOptions } from '@fleetcommander/backstage-plugin-fleet-common';

/** Asks the fleet backend as the person who started the task: it sees and may do what they may. */
export async function callerOf(
  context: Pick<
    ActionContext<JsonObject>,
    'getInitiatorCredentials' | 'signal'
  >,
  { auth }: { auth: AuthService },
): Promise<FleetRequestOptions> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await context.getInitiatorCredentials(),
    targetPluginId: 'fleet',
  });
  return { token, signal: context.signal };
}
