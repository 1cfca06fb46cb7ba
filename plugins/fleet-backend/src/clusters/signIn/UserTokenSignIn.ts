import {
  type ClusterDefinition,
  NeedsServiceIdentityError,
  type SignIn,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** Stands for a way to sign in that hands on the token of the person at the screen, which a poller has not. */
export class UserTokenSignIn implements SignIn {
  readonly provider: string;
  readonly #instead: string;

  /** The three that the Kubernetes plugin has. */
  static all(): UserTokenSignIn[] {
    return [
      new UserTokenSignIn('google', 'authProvider: googleServiceAccount'),
      new UserTokenSignIn('aks', 'authProvider: azure'),
      new UserTokenSignIn(
        'oidc',
        'authProvider: serviceAccount with a serviceAccountToken',
      ),
    ];
  }

  private constructor(provider: string, instead: string) {
    this.provider = provider;
    this.#instead = instead;
  }

  async signIn(cluster: ClusterDefinition): Promise<never> {
    throw new NeedsServiceIdentityError(
      `authProvider ${
        this.provider
      } hands on the token of the user at the screen, and polling has none; set ${
        this.#instead
      } at ${cluster.source}`,
    );
  }
}
