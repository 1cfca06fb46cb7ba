import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';

/** A parameter of the cluster's sign-in, where it is set to a text. */
export function textParameter(
  cluster: ClusterDefinition,
  name: string,
): string | undefined {
  const value = cluster.signIn.parameters?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
