import type { SignIn } from '@fleetcommander/backstage-plugin-fleet-node';

/** Signs in to nothing: something between us and the API server, such as kubectl proxy, does. */
export class AnonymousSignIn implements SignIn {
  readonly provider = 'localKubectlProxy';

  async signIn() {
    return {};
  }
}
