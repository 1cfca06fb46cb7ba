import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Credential } from '@fleetcommander/backstage-plugin-fleet-node';
import { GoogleAuth } from 'google-auth-library';

/** Access tokens of the service account in `kubernetes.googleServiceAccountCredentials`, else of the environment. */
export class GoogleAccessTokens {
  readonly #credentials?: string;
  #auth?: GoogleAuth;

  static fromConfig(config: Config) {
    return new GoogleAccessTokens(
      config.getOptionalString('kubernetes.googleServiceAccountCredentials'),
    );
  }

  private constructor(credentials: string | undefined) {
    this.#credentials = credentials;
  }

  async get(): Promise<Required<Pick<Credential, 'token'>> & Credential> {
    this.#auth ??= new GoogleAuth({
      credentials: this.#credentials
        ? parseCredentials(this.#credentials)
        : undefined,
      scopes: 'https://www.googleapis.com/auth/cloud-platform',
    });
    const client = await this.#auth.getClient();
    const { token } = await client.getAccessToken();
    if (!token) {
      throw new InputError(
        'Google gave no access token; check kubernetes.googleServiceAccountCredentials or the environment',
      );
    }
    const expiry = client.credentials.expiry_date;
    return { token, expiresAt: expiry ? new Date(expiry) : undefined };
  }
}

function parseCredentials(credentials: string): Record<string, string> {
  try {
    return JSON.parse(credentials);
  } catch {
    // The parser's message would quote the key.
    throw new InputError(
      'kubernetes.googleServiceAccountCredentials is not JSON; set it to the content of a service account key file',
    );
  }
}
