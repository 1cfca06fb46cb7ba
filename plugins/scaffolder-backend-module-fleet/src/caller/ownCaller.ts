import type { AuthService } from '@backstage/backend-plugin-api';
import type { FleetRequestOptions } from '@fleetcommander/backstage-plugin-fleet-common';

/** Asks the fleet backend as the scaffolder itself, which sees everything: for what may be counted and not named. */
export async function ownCaller({
  auth,
}: {
  auth: AuthService;
}): Promise<FleetRequestOptions> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'fleet',
  });
  return { token };
}
