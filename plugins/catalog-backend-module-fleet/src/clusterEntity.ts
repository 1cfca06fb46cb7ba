import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  type ResourceEntityV1alpha1,
} from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER_NAME,
  type Cluster,
  clusterEntityName,
  KUBERNETES_CLUSTER_TYPE,
} from '@fleetcommander/backstage-plugin-fleet-common';

const locationType = 'fleet';

/** The Resource that stands for a cluster in the catalog. */
export function clusterEntity(options: {
  cluster: Cluster;
  defaultOwner: string;
}): ResourceEntityV1alpha1 {
  const { cluster, defaultOwner } = options;
  const name = clusterEntityName(cluster.name);
  const title = cluster.title ?? cluster.name;
  const location = `${locationType}:${encodeURIComponent(cluster.name)}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      ...(title !== name && { title }),
      description: describe(cluster),
      labels: labelsOf(cluster),
      annotations: {
        [ANNOTATION_CLUSTER_NAME]: cluster.name,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
      tags: tagsOf(cluster),
      links: cluster.links.map(link => ({ ...link })),
    },
    spec: {
      type: KUBERNETES_CLUSTER_TYPE,
      owner: cluster.ownerRef ?? defaultOwner,
    },
  };
}

/** Whether an entity of the catalog is one of these, and not somebody's own that carries the annotation. */
export function isOurs({ metadata }: Entity): boolean {
  const origin = metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
  return origin?.startsWith(`${locationType}:`) ?? false;
}

function describe({ hub, environment, region }: Cluster): string {
  const where = region ? ` in ${region}` : '';
  return hub
    ? `Hub of the fleet${where}`
    : `Kubernetes cluster${environment ? ` of ${environment}` : ''}${where}`;
}

function labelsOf(cluster: Cluster): Record<string, string> {
  const { environment, region, provider, version } = cluster;
  const labels = { environment, region, provider, version };
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) => {
      const text = value && labelValue(value);
      return text ? [[`fleetcommander.io/${key}`, text]] : [];
    }),
  );
}

/** Versions such as v1.34.2+k3s1 hold what a label may not. */
function labelValue(text: string): string {
  return text
    .replace(/[^a-zA-Z0-9_.-]+/g, '-')
    .slice(0, 63)
    .replace(/^[_.-]+|[_.-]+$/g, '');
}

function tagsOf({ hub, environment, region, provider, version }: Cluster) {
  const minor = version?.match(/^v?(\d+)\.(\d+)/);
  const words = [
    hub ? 'hub' : undefined,
    environment,
    region,
    provider,
    minor && `kubernetes-${minor[1]}-${minor[2]}`,
  ];
  const tags = words.flatMap(word => (word && tagOf(word)) || []);
  return [...new Set(tags)];
}

function tagOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}
