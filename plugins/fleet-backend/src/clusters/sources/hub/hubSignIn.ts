import type { SignInConfig } from '@fleetcommander/backstage-plugin-fleet-node';
import type { HubSignInConfig } from '../../config/FleetConfig';
import { UNSET_SIGN_IN } from '../../signIn/UnsetSignIn';
import { signInOf } from '../signInOf';

/**
 * How the service signs in to a cluster that a hub names. With the token of our own pod it does not: a hub names URLs, and that token
 * would be sent to them.
 */
export function hubSignIn(
  { authProvider, authMetadata }: HubSignInConfig,
  options: { key: string; clusterId?: string },
): SignInConfig {
  const { key, clusterId } = options;
  const signIn = signInOf({ authProvider, authMetadata });
  const hasToken = signIn.parameters?.token !== undefined;
  if (signIn.provider === 'serviceAccount' && !hasToken) {
    return { provider: UNSET_SIGN_IN, parameters: { key } };
  }
  return {
    ...signIn,
    parameters: {
      ...signIn.parameters,
      clusterId: signIn.parameters?.clusterId ?? clusterId,
    },
  };
}
