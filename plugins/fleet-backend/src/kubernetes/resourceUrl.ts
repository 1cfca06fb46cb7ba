import type { ResourcePath } from './KubernetesClient';

/** Path of a resource below the API server's root, every part escaped. */
export function resourceUrl(
  resource: ResourcePath,
  query: Record<string, string | number | boolean | undefined> = {},
): string {
  const root = resource.group
    ? ['apis', resource.group, resource.version]
    : ['api', resource.version];
  const parts = [
    ...root,
    ...(resource.namespace ? ['namespaces', resource.namespace] : []),
    resource.plural,
    ...(resource.name ? [resource.name] : []),
  ];
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) {
      search.set(key, String(value));
    }
  }
  const suffix = search.size ? `?${search}` : '';
  return `/${parts.map(encodeURIComponent).join('/')}${suffix}`;
}
