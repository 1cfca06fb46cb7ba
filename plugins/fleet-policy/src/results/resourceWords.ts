import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';

/** `Deployment web in shop`. */
export function resourceWords({
  kind,
  name,
  namespace,
}: PolicyResult['resource']): string {
  return `${kind} ${name}${namespace ? ` in ${namespace}` : ''}`;
}
