import { ApiError } from './ApiError';
import type { KubernetesClient } from './KubernetesClient';

/** A resource as an API server serves it. */
export interface ServedResource {
  group: string;
  version: string;
  plural: string;
  kind: string;
  verbs: readonly string[];
  /** What else it is known as a part of, such as `managed`. */
  categories: readonly string[];
}

export interface Discovery {
  etag?: string;
  resources: ServedResource[];
  /** Groups whose own API server did not answer: what they serve is not known. */
  unknownGroups: string[];
}

const aggregated = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

interface AggregatedList {
  kind: 'APIGroupDiscoveryList';
  items: {
    metadata: { name: string };
    versions: {
      version: string;
      freshness?: string;
      resources?: {
        resource: string;
        responseKind?: { kind?: string };
        verbs?: string[];
        categories?: string[];
      }[];
    }[];
  }[];
}

interface GroupList {
  kind: 'APIGroupList';
  groups: { name: string; versions: { version: string }[] }[];
}

interface ResourceList {
  resources: {
    name: string;
    kind: string;
    verbs: string[];
    categories?: string[];
  }[];
}

function fromAggregated(list: AggregatedList): Omit<Discovery, 'etag'> {
  const resources: ServedResource[] = [];
  const unknownGroups: string[] = [];
  for (const group of list.items) {
    for (const { version, freshness, resources: served } of group.versions) {
      if (freshness === 'Stale') {
        unknownGroups.push(group.metadata.name);
      }
      for (const resource of served ?? []) {
        resources.push({
          group: group.metadata.name,
          version,
          plural: resource.resource,
          kind: resource.responseKind?.kind ?? '',
          verbs: resource.verbs ?? [],
          categories: resource.categories ?? [],
        });
      }
    }
  }
  return { resources, unknownGroups };
}

/** API servers before 1.27 name only the groups; what they hold is asked group by group, of those that matter, or of `*`, which is all. */
async function fromGroups(
  client: KubernetesClient,
  list: GroupList,
  wanted: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Omit<Discovery, 'etag'>> {
  const resources: ServedResource[] = [];
  const unknownGroups: string[] = [];
  const asked = wanted.has('*')
    ? list.groups
    : list.groups.filter(({ name }) => wanted.has(name));
  for (const group of asked) {
    for (const { version } of group.versions) {
      try {
        const path = `/apis/${encodeURIComponent(
          group.name,
        )}/${encodeURIComponent(version)}`;
        const answer = await client.getJson<ResourceList>(path, { signal });
        for (const resource of answer.resources) {
          resources.push({
            group: group.name,
            version,
            plural: resource.name,
            kind: resource.kind,
            verbs: resource.verbs,
            categories: resource.categories ?? [],
          });
        }
      } catch (error) {
        // One that answers for another API server, which does not, is there itself.
        if (!(error instanceof ApiError) || error.status === undefined) {
          throw error;
        }
        unknownGroups.push(group.name);
      }
    }
  }
  return { resources, unknownGroups };
}

/**
 * What an API server serves besides the core API: in one request where it can, and in none that carries a body when nothing changed.
 */
export async function discover(
  client: KubernetesClient,
  options: {
    /** Those that matter; `*` is all. */
    groups: ReadonlySet<string>;
    etag?: string;
    signal?: AbortSignal;
  },
): Promise<Discovery | 'unchanged'> {
  const answer = await client.getIfChanged<AggregatedList | GroupList>(
    '/apis',
    { accept: aggregated, etag: options.etag },
    { signal: options.signal },
  );
  if (answer === 'unchanged') {
    return answer;
  }
  const { etag, value } = answer;
  switch (value.kind) {
    case 'APIGroupDiscoveryList':
      return { etag, ...fromAggregated(value) };
    case 'APIGroupList':
      return fromGroups(client, value, options.groups, options.signal);
    default:
      throw new ApiError({
        outcome: 'broken-answer',
        message:
          "the answer to /apis is no list of API groups: is something other than an API server behind the cluster's URL?",
      });
  }
}
