import { usePermission } from '@backstage/plugin-permission-react';
import type { fleetPermissions } from '@fleetcommander/backstage-plugin-fleet-common';

/**
 * Whether the viewer may do something to a cluster (by name) or an application (by id). What is not known yet is not allowed.
 *
 * @public
 */
export function useFleetPermission(
  permission: (typeof fleetPermissions)[number],
  resourceRef: string | undefined,
): { allowed: boolean; loading: boolean } {
  const { allowed, loading } = usePermission({ permission, resourceRef });
  return { allowed, loading };
}
