import type {
  ClusterDefinition,
  ClusterProblem,
  ClusterSourceResult,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { isHttpUrl } from './config/schemas';

const hubLabel = 'fleetcommander.io/hub';

/** Puts what the sources named together; the first that names a cluster wins, and one that nobody could ask is left out. */
export function mergeClusters(options: {
  results: readonly ClusterSourceResult[];
  /** Name of the hub, where config says it. */
  hub?: string;
}): ClusterSourceResult {
  const { results, hub } = options;
  const clusters = new Map<string, ClusterDefinition>();
  const problems: ClusterProblem[] = results.flatMap(result => result.problems);
  let complete = results.every(result => result.complete);
  for (const cluster of results.flatMap(result => result.clusters)) {
    const flaw = flawOf(cluster);
    const first = clusters.get(cluster.name);
    if (flaw) {
      problems.push({ key: cluster.source, message: flaw });
      complete = false;
    } else if (first) {
      problems.push({
        key: cluster.source,
        message: `cluster ${cluster.name} is also named by ${first.source}, which wins; rename one of them`,
      });
    } else {
      clusters.set(cluster.name, { ...cluster, hub: isHub(cluster, hub) });
    }
  }
  if (hub && complete && !clusters.has(hub)) {
    problems.push({
      key: 'fleet.clusters.hub.cluster',
      message: `no source names a cluster ${hub}`,
    });
  }
  return { clusters: [...clusters.values()], problems, complete };
}

function flawOf({
  name,
  url,
  proxyUrl,
}: ClusterDefinition): string | undefined {
  if (!/^[^\s/\p{Cc}][^\p{Cc}]{0,252}$/u.test(name)) {
    return `'${name}' cannot be the name of a cluster; use 1 to 253 printable characters`;
  }
  if (!isHttpUrl(url)) {
    return `cluster ${name} has no URL of an API server that begins with https:// or http://`;
  }
  if (proxyUrl && !isHttpUrl(proxyUrl)) {
    return `cluster ${name} is behind the proxy ${withoutUser(
      proxyUrl,
    )}, and only proxies that begin with http:// or https:// are supported; put one of these in front of it, or run the backend where the cluster can be reached without`;
  }
  const { username, password } = new URL(url);
  return username || password
    ? `the URL of cluster ${name} holds a user or password; set up a sign-in instead`
    : undefined;
}

function withoutUser(proxyUrl: string): string {
  return proxyUrl.replace(/^(\w+:\/\/)?[^/@]*@/, '$1');
}

/** What its source says to be none is none, whatever its name: what a hub names could send us and our credentials anywhere. */
function isHub(cluster: ClusterDefinition, hub: string | undefined): boolean {
  if (cluster.hub === false) {
    return false;
  }
  return hub
    ? cluster.name === hub
    : cluster.hub ?? cluster.labels[hubLabel] === 'true';
}
