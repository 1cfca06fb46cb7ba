import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_CLUSTER_NAME,
  KUBERNETES_CLUSTER_TYPE,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ClusterDefinition,
  ClusterSource,
  ClusterSourceResult,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { caFromData } from '../certificateAuthority';
import { matchesHost } from './matchesHost';

const API_SERVER = 'kubernetes.io/api-server';
const API_SERVER_CA = 'kubernetes.io/api-server-certificate-authority';
const AUTH_PROVIDER = 'kubernetes.io/auth-provider';

/** Identities of ours that an entity may ask for; a service account's token belongs to one cluster and never goes to another. */
const providers = [
  'aws',
  'azure',
  'googleServiceAccount',
  'google',
  'aks',
  'oidc',
];

/**
 * Resources of type kubernetes-cluster, within allowed hosts and from allowed origins. Whoever registers an entity could otherwise
 * name a URL and be sent our credentials; for the same reason annotations that choose a role or weaken TLS are ignored.
 */
export class CatalogClusterSource implements ClusterSource {
  readonly name = 'fleet.clusters.catalog';
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #hosts: readonly string[];
  readonly #origins: readonly string[];

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    allowedHosts: readonly string[];
    allowedOrigins: readonly string[];
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#hosts = options.allowedHosts.map(host => host.toLowerCase());
    this.#origins = options.allowedOrigins.map(normalised);
  }

  async list(): Promise<ClusterSourceResult> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind: 'Resource', 'spec.type': KUBERNETES_CLUSTER_TYPE },
        order: { field: 'metadata.name', order: 'asc' },
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const result: ClusterSourceResult = {
      clusters: [],
      problems: [],
      complete: true,
    };
    for (const entity of items.filter(isForeign)) {
      const fail = (error: unknown) =>
        result.problems.push({
          key: stringifyEntityRef(entity),
          message: toError(error).message,
        });
      let cluster: ClusterDefinition;
      try {
        cluster = this.#toDefinition(entity);
      } catch (error) {
        // Not allowed, and therefore none of ours any more.
        fail(error);
        continue;
      }
      try {
        result.clusters.push({ ...cluster, tls: { ca: authorityOf(entity) } });
      } catch (error) {
        // It is there all the same.
        result.complete = false;
        fail(error);
      }
    }
    return result;
  }

  #toDefinition(entity: Entity): ClusterDefinition {
    const annotations = entity.metadata.annotations ?? {};
    const origin = annotations[ANNOTATION_ORIGIN_LOCATION] ?? '';
    if (!this.#origins.some(allowed => isBelow(normalised(origin), allowed))) {
      throw new InputError(
        `it comes from ${origin}, which fleet.clusters.catalog.allowedOrigins does not allow`,
      );
    }
    const url = this.#allowedUrl(annotations[API_SERVER]);
    const provider = annotations[AUTH_PROVIDER];
    if (!providers.includes(provider)) {
      throw new InputError(
        `its annotation ${AUTH_PROVIDER} has to be one of ${providers.join(
          ', ',
        )}; name the cluster in fleet.clusters.static for any other`,
      );
    }
    return {
      name: entity.metadata.name,
      title: entity.metadata.title,
      url,
      labels: entity.metadata.labels ?? {},
      ownerRef: entity.relations?.find(({ type }) => type === 'ownedBy')
        ?.targetRef,
      source: this.name,
      signIn: { provider },
    };
  }

  #allowedUrl(apiServer: string | undefined): string {
    if (!apiServer || !URL.canParse(apiServer)) {
      throw new InputError(`its annotation ${API_SERVER} is not a URL`);
    }
    const { protocol, hostname, username, href } = new URL(apiServer);
    if (protocol !== 'https:' || username) {
      throw new InputError(
        `its annotation ${API_SERVER} has to begin with https:// and name no user`,
      );
    }
    if (!this.#hosts.some(pattern => matchesHost(hostname, pattern))) {
      throw new InputError(
        `its host ${hostname} is not one of fleet.clusters.catalog.allowedHosts`,
      );
    }
    return href;
  }
}

function authorityOf(entity: Entity): string | undefined {
  const ca = entity.metadata.annotations?.[API_SERVER_CA];
  try {
    return ca ? caFromData(ca) : undefined;
  } catch (error) {
    throw new InputError(
      `its annotation ${API_SERVER_CA} ${toError(error).message}`,
    );
  }
}

function isForeign(entity: Entity): boolean {
  return !entity.metadata.annotations?.[ANNOTATION_CLUSTER_NAME];
}

/** `*.example.org` is any host below example.org. */
/** With dot segments resolved, which could otherwise climb out of an allowed origin. */
function normalised(location: string): string {
  const target = location.replace(/^url:/, '');
  return URL.canParse(target) ? new URL(target).href : target;
}

function isBelow(location: string, allowed: string): boolean {
  const folder = allowed.endsWith('/') ? allowed : `${allowed}/`;
  return location === allowed || location.startsWith(folder);
}
