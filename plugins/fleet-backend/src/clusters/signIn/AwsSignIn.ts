import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { Sha256 } from '@aws-crypto/sha256-js';
import {
  type AwsCredentialsManager,
  DefaultAwsCredentialsManager,
} from '@backstage/integration-aws-node';
import type { Config } from '@backstage/config';
import type {
  ClusterDefinition,
  Credential,
  SignIn,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { SignatureV4 } from '@smithy/signature-v4';
import { textParameter } from './textParameter';

/** EKS accepts a token for a quarter of an hour. */
const lifetimeMs = 15 * 60_000;

/** Signs in to EKS: its token is a signed request to AWS that tells who we are. */
export class AwsSignIn implements SignIn {
  readonly provider = 'aws';
  readonly #credentials: AwsCredentialsManager;

  static fromConfig(config: Config) {
    return new AwsSignIn(DefaultAwsCredentialsManager.fromConfig(config));
  }

  private constructor(credentials: AwsCredentialsManager) {
    this.#credentials = credentials;
  }

  async signIn(cluster: ClusterDefinition): Promise<Credential> {
    const region = regionOf(cluster);
    const hostname = `sts.${region}.amazonaws.com${
      region.startsWith('cn-') ? '.cn' : ''
    }`;
    const signer = new SignatureV4({
      credentials: await this.#identityFor(cluster, region),
      region,
      service: 'sts',
      sha256: Sha256,
    });
    const signedAt = Date.now();
    const { path, query = {} } = await signer.presign(
      {
        method: 'GET',
        protocol: 'https:',
        hostname,
        path: '/',
        query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
        headers: {
          host: hostname,
          'x-k8s-aws-id': textParameter(cluster, 'clusterId') ?? cluster.name,
        },
      },
      { expiresIn: 60 },
    );
    const search = Object.entries(query)
      .map(pair => pair.map(part => encodeURIComponent(String(part))).join('='))
      .join('&');
    const url = `https://${hostname}${path}?${search}`;
    return {
      token: `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`,
      expiresAt: new Date(signedAt + lifetimeMs),
    };
  }

  async #identityFor(cluster: ClusterDefinition, region: string) {
    const role = textParameter(cluster, 'assumeRole');
    if (!role) {
      const own = await this.#credentials.getCredentialProvider();
      return own.sdkCredentialProvider;
    }
    // Config may have credentials for the role's account; the main ones are used where it has none.
    const master = await this.#credentials
      .getCredentialProvider({ arn: role })
      .catch(() => this.#credentials.getCredentialProvider());
    return fromTemporaryCredentials({
      masterCredentials: master.sdkCredentialProvider,
      clientConfig: { region },
      params: {
        RoleArn: role,
        RoleSessionName: 'fleetcommander',
        ExternalId: textParameter(cluster, 'externalId'),
      },
    });
  }
}

/** An EKS endpoint names its region: https://ABC.gr7.eu-west-1.eks.amazonaws.com. */
function regionOf(cluster: ClusterDefinition): string {
  const endpoint = new URL(cluster.url).hostname.match(
    /\.([a-z0-9-]+)\.eks\.amazonaws\.com/,
  );
  return endpoint?.[1] ?? process.env.AWS_REGION ?? 'us-east-1';
}
