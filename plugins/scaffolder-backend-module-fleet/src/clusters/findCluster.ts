import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  ClusterDetail,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { ownCaller } from '../caller/ownCaller';
import { lookForCluster } from './lookForCluster';

/** A cluster with what is on it; `hidden` is one that is in the fleet and that the caller may not see. Undefined: not in the fleet. */
export type FoundCluster = ClusterDetail | 'hidden' | undefined;

/** Looks for the cluster that a claim makes. Of a hidden one no more is told than that it is there. */
export async function findCluster(
  { client, auth }: { client: FleetClient; auth: AuthService },
  name: string | undefined,
  caller: FleetRequestOptions,
): Promise<FoundCluster> {
  if (name === undefined) {
    return undefined;
  }
  const found = await lookForCluster(client, name, caller);
  if (found) {
    return found;
  }
  const everybody = await ownCaller({ auth });
  return (await lookForCluster(client, name, everybody)) ? 'hidden' : undefined;
}
