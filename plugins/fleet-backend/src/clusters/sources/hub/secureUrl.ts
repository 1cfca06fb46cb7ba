import { InputError } from '@backstage/errors';
import type { SignInConfig } from '@fleetcommander/backstage-plugin-fleet-node';
import { UNSET_SIGN_IN } from '../../signIn/UnsetSignIn';
import { matchesHost } from '../matchesHost';

/**
 * The URL of an API server that a hub names, to which credentials of ours are sent: nobody on the way is to read them, and who writes
 * objects on the hub is not to choose who gets them.
 */
export function secureUrl(
  url: string,
  options: { signIn: SignInConfig; allowedHosts: readonly string[] },
): string {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw new InputError(
      'the URL of its API server does not begin with https://, and our credentials are not sent there',
    );
  }
  const { hostname } = new URL(url);
  const isAllowed = options.allowedHosts.some(pattern =>
    matchesHost(hostname, pattern.toLowerCase()),
  );
  if (options.signIn.provider !== UNSET_SIGN_IN && !isAllowed) {
    throw new InputError(
      `its host ${hostname} is not one of fleet.clusters.hub.allowedHosts, and our credentials are sent to no other`,
    );
  }
  return url;
}
