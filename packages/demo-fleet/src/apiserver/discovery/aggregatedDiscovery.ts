import type { ResourceDefinition } from '../../types';
import type { ServedGroup } from '../ResourceRegistry';
import { subresourceVerbs, verbsOf } from './apiResources';

export const aggregatedContentType =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** All groups, versions and kinds in one answer. */
export function aggregatedDiscovery(groups: ServedGroup[]): object {
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(({ name, versions }) => ({
      metadata: name ? { name } : {},
      versions: versions.map(({ version, resources }) => ({
        version,
        resources: resources.map(definition =>
          describeResource(definition, version),
        ),
        freshness: 'Current',
      })),
    })),
  };
}

function describeResource(
  definition: ResourceDefinition,
  version: string,
): object {
  const { group, kind, plural, singular, namespaced } = definition;
  const { shortNames, categories, subresources } = definition;
  const responseKind = { group, version, kind };
  return {
    resource: plural,
    responseKind,
    scope: namespaced ? 'Namespaced' : 'Cluster',
    singularResource: singular,
    verbs: verbsOf(definition),
    ...(shortNames ? { shortNames } : {}),
    ...(categories ? { categories } : {}),
    ...(subresources?.length
      ? {
          subresources: subresources.map(subresource => ({
            subresource,
            responseKind:
              subresource === 'scale'
                ? { group: 'autoscaling', version: 'v1', kind: 'Scale' }
                : responseKind,
            verbs: subresourceVerbs,
          })),
        }
      : {}),
  };
}
