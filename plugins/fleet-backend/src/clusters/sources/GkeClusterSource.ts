import { ResponseError, toError } from '@backstage/errors';
import type {
  ClusterDefinition,
  ClusterProblem,
  ClusterSource,
  ClusterSourceResult,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { z } from 'zod';
import { caFromData } from '../certificateAuthority';
import { parseTolerantly } from '../config/parseTolerantly';

const methodSchema = z.object({
  projectId: z.string().min(1, 'is empty; set the Google Cloud project'),
  region: z.string().default('-'),
  authProvider: z
    .enum(['google', 'googleServiceAccount'])
    .default('googleServiceAccount'),
  skipTLSVerify: z.boolean().default(false),
  endpointType: z.enum(['public', 'dns']).default('public'),
  exposeDashboard: z.boolean().default(false),
  matchingResourceLabels: z
    .array(z.object({ key: z.string(), value: z.string() }))
    .default([]),
});

type GkeMethod = z.output<typeof methodSchema>;

interface GkeCluster {
  name?: string;
  endpoint?: string;
  location?: string;
  resourceLabels?: Record<string, string>;
  masterAuth?: { clusterCaCertificate?: string };
  controlPlaneEndpointsConfig?: {
    dnsEndpointConfig?: { endpoint?: string };
  };
}

/** The clusters of a Google Cloud project, as a `gke` method of the Kubernetes plugin names it. */
export class GkeClusterSource implements ClusterSource {
  readonly name: string;
  readonly #method?: GkeMethod;
  readonly #problems: ClusterProblem[];
  readonly #getAccessToken: () => Promise<string>;
  readonly #apiUrl: string;

  constructor(options: {
    /** The config key of the method: `kubernetes.clusterLocatorMethods[0]`. */
    key: string;
    method: unknown;
    getAccessToken: () => Promise<string>;
    apiUrl?: string;
  }) {
    const { parsed, problems } = parseTolerantly({
      schema: methodSchema,
      value: options.method,
      key: options.key,
    });
    this.name = options.key;
    this.#method = parsed;
    this.#problems = problems;
    this.#getAccessToken = options.getAccessToken;
    this.#apiUrl = options.apiUrl ?? 'https://container.googleapis.com';
  }

  async list(): Promise<ClusterSourceResult> {
    const method = this.#method;
    if (!method) {
      return { clusters: [], problems: this.#problems, complete: false };
    }
    const { clusters, missingZones } = await this.#ask(method);
    const problems = [...this.#problems];
    if (missingZones.length) {
      problems.push({
        key: this.name,
        message: `Google Cloud could not ask ${missingZones.join(
          ', ',
        )}; clusters there are kept as they were`,
      });
    }
    const result: ClusterSourceResult = {
      clusters: [],
      problems,
      complete: missingZones.length === 0,
    };
    for (const cluster of clusters.filter(item => isWanted(item, method))) {
      try {
        result.clusters.push(...toDefinitions(cluster, method, this.name));
      } catch (error) {
        result.complete = false;
        problems.push({
          key: `${this.name}, cluster ${cluster.name}`,
          message: toError(error).message,
        });
      }
    }
    return result;
  }

  async #ask({ projectId, region }: GkeMethod) {
    const response = await fetch(
      `${this.#apiUrl}/v1/projects/${encodeURIComponent(projectId)}` +
        `/locations/${encodeURIComponent(region)}/clusters`,
      {
        headers: { authorization: `Bearer ${await this.#getAccessToken()}` },
        signal: AbortSignal.timeout(30_000),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const answer = (await response.json()) as {
      clusters?: GkeCluster[];
      missingZones?: string[];
    };
    return {
      clusters: answer.clusters ?? [],
      missingZones: answer.missingZones ?? [],
    };
  }
}

function isWanted(cluster: GkeCluster, method: GkeMethod): boolean {
  return method.matchingResourceLabels.every(
    ({ key, value }) => cluster.resourceLabels?.[key] === value,
  );
}

/** None while the cluster is being made: it has no endpoint yet. */
function toDefinitions(
  cluster: GkeCluster,
  method: GkeMethod,
  source: string,
): ClusterDefinition[] {
  const { name, location } = cluster;
  const dnsHost =
    method.endpointType === 'dns'
      ? cluster.controlPlaneEndpointsConfig?.dnsEndpointConfig?.endpoint
      : undefined;
  const host = dnsHost ?? cluster.endpoint;
  if (!name || !host) {
    return [];
  }
  // Google's own authority signs for the DNS endpoint, the cluster's for its address.
  const ca = dnsHost ? undefined : cluster.masterAuth?.clusterCaCertificate;
  const console = method.exposeDashboard &&
    location && {
      title: 'Google Cloud console',
      url: consoleUrl(method.projectId, location, name),
    };
  return [
    {
      name,
      url: `https://${host}`,
      labels: {
        provider: 'gcp',
        ...(location && { region: regionOf(location) }),
        ...cluster.resourceLabels,
      },
      source,
      signIn: { provider: method.authProvider },
      tls: { ca: ca && caFromData(ca), skipVerify: method.skipTLSVerify },
      links: console ? [console] : [],
    },
  ];
}

function consoleUrl(project: string, location: string, name: string): string {
  const path = [location, name].map(encodeURIComponent).join('/');
  return `https://console.cloud.google.com/kubernetes/clusters/details/${path}/details?project=${encodeURIComponent(
    project,
  )}`;
}

/** A zone is its region and a letter: europe-west1-b. */
function regionOf(location: string): string {
  return location.split('-').slice(0, 2).join('-');
}
