import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  useFleet,
  type FleetResult,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useEffect } from 'react';
import type { NodeGroupValue } from './schema';

/** The claim that made a cluster, whose groups a form that has none yet begins with. */
export function usePresentGroups(
  cluster: string | undefined,
  groups: readonly NodeGroupValue[],
  onChange: (groups: NodeGroupValue[]) => void,
): FleetResult<Claim | undefined> {
  const claim = useFleet(
    async (api, signal) => {
      if (cluster === undefined) {
        return undefined;
      }
      const filter = [`makesCluster=${cluster}`];
      const { items } = await api.claims.list({ filter, limit: 1 }, { signal });
      return items[0];
    },
    [cluster],
    { once: true },
  );
  const present = claim.loading ? undefined : claim.value?.nodeGroups;
  const isEmpty = groups.length === 0;
  useEffect(() => {
    if (isEmpty && present && present.length > 0) {
      onChange(toValue(present));
    }
    // Whoever takes the last group out, means it: they are filled in only when they arrive.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [present]);
  return claim;
}

/** What a claim asks for, as the form holds it. */
export function toValue(
  groups: NonNullable<Claim['nodeGroups']>,
): NodeGroupValue[] {
  return groups as NodeGroupValue[];
}
