import { DefaultAzureCredential, type TokenCredential } from '@azure/identity';
import { InputError } from '@backstage/errors';
import type {
  ClusterDefinition,
  Credential,
  SignIn,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** The application that stands for every AKS API server in Microsoft Entra. */
const scope = '6dae42f8-4368-4678-94ff-3960e28e3630/.default';

/** Signs in to AKS with the identity of the environment: managed, of a workload, or of a client secret. */
export class AzureSignIn implements SignIn {
  readonly provider = 'azure';
  #identity?: TokenCredential;

  constructor(options: { identity?: TokenCredential } = {}) {
    this.#identity = options.identity;
  }

  async signIn(
    _cluster: ClusterDefinition,
    { signal }: { signal: AbortSignal },
  ): Promise<Credential> {
    this.#identity ??= new DefaultAzureCredential();
    const token = await this.#identity.getToken(scope, { abortSignal: signal });
    if (!token) {
      throw new InputError(
        'Azure gave no token; give the backend a managed identity or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET',
      );
    }
    return {
      token: token.token,
      expiresAt: new Date(token.expiresOnTimestamp),
    };
  }
}
