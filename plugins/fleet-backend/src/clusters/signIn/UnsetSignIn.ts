import {
  type ClusterDefinition,
  NeedsServiceIdentityError,
  type SignIn,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { textParameter } from './textParameter';

/** Provider of what has no sign-in yet. */
export const UNSET_SIGN_IN = 'unset';

/** Stands for the sign-in to clusters of which their source tells only where they are. */
export class UnsetSignIn implements SignIn {
  readonly provider = UNSET_SIGN_IN;

  async signIn(cluster: ClusterDefinition): Promise<never> {
    const instead =
      textParameter(cluster, 'instead') ??
      `set ${textParameter(
        cluster,
        'key',
      )}.authProvider, such as aws, azure or googleServiceAccount`;
    throw new NeedsServiceIdentityError(
      `its source names the cluster, and nothing says how to sign in to it; ${instead}`,
    );
  }
}
