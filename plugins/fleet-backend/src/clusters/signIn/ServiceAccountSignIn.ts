import { InputError } from '@backstage/errors';
import type {
  ClusterDefinition,
  Credential,
  SignIn,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { inClusterFiles } from './inClusterFiles';
import { readTokenFile } from './readTokenFile';
import { textParameter } from './textParameter';

/** Signs in with a service account's token: given, in a file, or the one that our own pod was started with. */
export class ServiceAccountSignIn implements SignIn {
  readonly provider = 'serviceAccount';
  readonly #ownTokenFile: string;

  constructor(options: { ownTokenFile?: string } = {}) {
    this.#ownTokenFile = options.ownTokenFile ?? inClusterFiles.token;
  }

  async signIn(cluster: ClusterDefinition): Promise<Credential> {
    const token = textParameter(cluster, 'token');
    if (token) {
      return { token };
    }
    const tokenFile = textParameter(cluster, 'tokenFile');
    if (tokenFile) {
      return readTokenFile(tokenFile);
    }
    try {
      return await readTokenFile(this.#ownTokenFile);
    } catch {
      throw new InputError(
        'no token is set and the backend does not run in a pod with a service account; set serviceAccountToken',
      );
    }
  }
}
