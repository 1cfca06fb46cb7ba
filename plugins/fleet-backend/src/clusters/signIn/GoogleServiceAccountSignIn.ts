import type { SignIn } from '@fleetcommander/backstage-plugin-fleet-node';
import type { GoogleAccessTokens } from './GoogleAccessTokens';

/** Signs in to GKE as a Google service account. */
export class GoogleServiceAccountSignIn implements SignIn {
  readonly provider = 'googleServiceAccount';
  readonly #tokens: GoogleAccessTokens;

  constructor(tokens: GoogleAccessTokens) {
    this.#tokens = tokens;
  }

  signIn() {
    return this.#tokens.get();
  }
}
