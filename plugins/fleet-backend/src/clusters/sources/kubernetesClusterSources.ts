import type {
  ClusterProblem,
  ClusterSource,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { GkeClusterSource } from './GkeClusterSource';
import { KubernetesConfigClusterSource } from './KubernetesConfigClusterSource';

/** One source a method of `kubernetes.clusterLocatorMethods`. */
export function kubernetesClusterSources(options: {
  methods: unknown;
  getAccessToken: () => Promise<string>;
}): { sources: ClusterSource[]; problems: ClusterProblem[] } {
  const sources: ClusterSource[] = [];
  const problems: ClusterProblem[] = [];
  const methods = Array.isArray(options.methods) ? options.methods : [];
  for (const [index, method] of methods.entries()) {
    const key = `kubernetes.clusterLocatorMethods[${index}]`;
    switch (method?.type) {
      case 'config':
        sources.push(
          new KubernetesConfigClusterSource({ key, clusters: method.clusters }),
        );
        break;
      case 'gke':
        sources.push(
          new GkeClusterSource({
            key,
            method,
            getAccessToken: options.getAccessToken,
          }),
        );
        break;
      case 'localKubectlProxy':
        sources.push(kubectlProxy(key));
        break;
      default:
        problems.push({ key, message: whyNot(method?.type) });
    }
  }
  return { sources, problems };
}

function kubectlProxy(key: string): ClusterSource {
  return new KubernetesConfigClusterSource({
    key,
    clusters: [
      {
        name: 'local',
        url: 'http://localhost:8001',
        authProvider: 'localKubectlProxy',
      },
    ],
  });
}

function whyNot(type: unknown): string {
  return type === 'catalog'
    ? 'clusters of the catalog are read under fleet.clusters.catalog only, which guards them; set its allowedHosts and allowedOrigins'
    : `clusters of method ${type} are not read; name them in fleet.clusters.static`;
}
