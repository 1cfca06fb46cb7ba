import { toError } from '@backstage/errors';
import type {
  ClusterSource,
  ClusterSourceResult,
} from '@fleetcommander/backstage-plugin-fleet-node';
import {
  ArgocdClient,
  type ArgocdCluster,
  type ArgocdInstance,
} from '../../../diff/desired/ArgocdClient';
import { fieldsOf, textMapOf, textOf } from '../../../engines/fields';
import { caFromFile } from '../../certificateAuthority';
import type { HubSignInConfig } from '../../config/FleetConfig';
import type { HubCluster } from './HubEntry';
import { hubSignIn } from './hubSignIn';
import { isArgocdItself } from './isArgocdItself';
import { secureUrl } from './secureUrl';

const key = 'fleet.clusters.hub.argocd';

/** The clusters that Argo CDs deploy to, as their API tells them: without credentials, and without certificates. */
export class ArgocdClusterSource implements ClusterSource {
  readonly name = key;
  readonly #config: HubSignInConfig;
  readonly #allowedHosts: readonly string[];
  readonly #instances: readonly { cluster: string; client: ArgocdClient }[];

  constructor(options: {
    config: HubSignInConfig;
    /** `fleet.clusters.hub.allowedHosts`. */
    allowedHosts: readonly string[];
    /** `fleet.argocd`. */
    instances: readonly ArgocdInstance[];
  }) {
    this.#config = options.config;
    this.#allowedHosts = options.allowedHosts;
    this.#instances = options.instances.map(instance => ({
      cluster: instance.cluster,
      client: new ArgocdClient(instance),
    }));
  }

  async list(): Promise<ClusterSourceResult> {
    const result: ClusterSourceResult = {
      clusters: [],
      problems: [],
      complete: this.#instances.length > 0,
    };
    if (this.#instances.length === 0) {
      result.problems.push({
        key,
        message: 'there is no Argo CD to ask; set fleet.argocd',
      });
    }
    for (const { cluster: runsOn, client } of this.#instances) {
      const source = `${key}, Argo CD of ${runsOn}`;
      const fail = (problem: string, error: unknown) => {
        result.complete = false;
        result.problems.push({ key: problem, message: toError(error).message });
      };
      const items = await client.clusters().catch(error => {
        fail(source, error);
        return [];
      });
      for (const item of items) {
        try {
          const cluster = await this.#toCluster(item);
          if (cluster) {
            result.clusters.push({ ...cluster, source, hub: false });
          }
        } catch (error) {
          fail(`${source}, cluster ${item.name}`, error);
        }
      }
    }
    return result;
  }

  async #toCluster(item: ArgocdCluster): Promise<HubCluster | undefined> {
    const url = textOf(item.server);
    if (!url || isArgocdItself(url)) {
      return undefined;
    }
    const { caFile } = this.#config;
    const config = fieldsOf(item.config);
    const tls = fieldsOf(config.tlsClientConfig);
    const signIn = hubSignIn(this.#config, {
      key,
      clusterId: textOf(fieldsOf(config.awsAuthConfig).clusterName),
    });
    return {
      name: textOf(item.name) ?? url,
      url: secureUrl(url, { signIn, allowedHosts: this.#allowedHosts }),
      labels: textMapOf(item.labels),
      signIn,
      tls: {
        ca: caFile && (await caFromFile(caFile)),
        serverName: textOf(tls.serverName),
      },
      proxyUrl: textOf(config.proxyUrl),
    };
  }
}
