import { InputError } from '@backstage/errors';
import type {
  KubernetesObject,
  SignInConfig,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textOf, type Fields } from '../../../engines/fields';
import { caFromData } from '../../certificateAuthority';
import { UNSET_SIGN_IN } from '../../signIn/UnsetSignIn';
import type { HubCluster } from './HubEntry';
import type { ReadHub } from './HubClusterSource';
import { isArgocdItself } from './isArgocdItself';
import { listObjects } from './listObjects';
import { secretText } from './secretText';
import { secureUrl } from './secureUrl';

/** Argo CD's cluster Secrets, which hold credentials beside the names of clusters. */
export function argocdSecrets(allowedHosts: readonly string[]): ReadHub {
  return async (client, options) => {
    const secrets = await listObjects(
      client,
      { group: '', plural: 'secrets' },
      { labelSelector: 'argocd.argoproj.io/secret-type=cluster' },
      options,
    );
    return secrets.map(secret => ({
      object: `Secret ${secret.metadata.namespace}/${secret.metadata.name}`,
      define: () => toCluster(secret, allowedHosts),
    }));
  };
}

function toCluster(
  secret: KubernetesObject,
  allowedHosts: readonly string[],
): HubCluster | undefined {
  const url = secretText(secret, 'server');
  if (!url || isArgocdItself(url)) {
    return undefined;
  }
  const config = configOf(secret);
  const tls = fieldsOf(config.tlsClientConfig);
  const ca = textOf(tls.caData);
  const signIn = signInOf(config, tls, secret);
  if (signIn.provider === 'aws') {
    secureUrl(url, { signIn, allowedHosts });
    checkCertificate(tls);
  }
  return {
    name: secretText(secret, 'name') ?? secret.metadata.name,
    url,
    labels: labelsOf(secret),
    signIn,
    tls: {
      ca: ca && caFromData(ca),
      serverName: textOf(tls.serverName),
      skipVerify: tls.insecure === true,
    },
    proxyUrl: textOf(config.proxyUrl),
  };
}

/** An identity of our own goes to nobody who could stand in for the server. */
function checkCertificate(tls: Fields): void {
  if (tls.insecure === true) {
    throw new InputError(
      'its certificate is not to be verified, and our credentials are not sent there: give it caData in place of insecure',
    );
  }
}

function configOf(secret: KubernetesObject): Fields {
  try {
    return fieldsOf(JSON.parse(secretText(secret, 'config') ?? '{}'));
  } catch {
    // The parser would quote what it could not parse.
    throw new InputError('its config is not JSON');
  }
}

function signInOf(
  config: Fields,
  tls: Fields,
  { metadata }: KubernetesObject,
): SignInConfig {
  const aws = fieldsOf(config.awsAuthConfig);
  if (textOf(aws.clusterName)) {
    return {
      provider: 'aws',
      parameters: { clusterId: aws.clusterName, assumeRole: aws.roleARN },
    };
  }
  const user = {
    token: textOf(config.bearerToken),
    username: textOf(config.username),
    password: textOf(config.password),
    'client-certificate-data': textOf(tls.certData),
    'client-key-data': textOf(tls.keyData),
  };
  return Object.values(user).some(value => value !== undefined)
    ? {
        provider: 'kubeconfig',
        parameters: { user, directory: '/', cluster: {} },
      }
    : {
        provider: UNSET_SIGN_IN,
        parameters: {
          instead: `Argo CD runs a program for it, which the service does not; name ${metadata.name} in fleet.clusters.static`,
        },
      };
}

/** Argo CD's own label says what kind of Secret it is, and nothing of the cluster. */
function labelsOf({ metadata }: KubernetesObject): Record<string, string> {
  const { 'argocd.argoproj.io/secret-type': _type, ...labels } =
    metadata.labels ?? {};
  return labels;
}
