import {
  statesByUrgency,
  type Facets,
  type FleetClient,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  useInfiniteFleet,
  type FleetList,
  type FleetPage,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';

type ListOptions = Parameters<FleetClient['promotions']['secretSyncs']>[0];
type RequestOptions = Parameters<FleetClient['promotions']['secretSyncs']>[1];

const troubled = statesByUrgency.filter(state => state !== 'healthy');

/** What needs a person; what is fine is a number, until somebody wants to see it. */
export interface Troubled<Item> {
  list: FleetList<Item>;
  /** Undefined until it is known. */
  fine: number | undefined;
  showsAll: boolean;
  setShowsAll(showsAll: boolean): void;
}

/**
 * Lists what is in a scope, worst first.
 *
 * @param scope - a filter, as `cluster=prod-1`.
 */
export function useTroubled<Item>(
  query: (
    api: FleetClient,
    options: ListOptions,
    request: RequestOptions,
  ) => Promise<FleetPage<Item> & { facets: Facets }>,
  scope: string,
): Troubled<Item> {
  const [showsAll, setShowsAll] = useState(false);
  const filter = showsAll
    ? scope
    : [scope, ...troubled.map(state => `state=${state}`)].join();
  const list = useInfiniteFleet(
    (api, page, signal) =>
      query(
        api,
        { filter: [filter], orderField: 'state,asc', ...page },
        { signal },
      ),
    [filter],
  );
  const counts = list.page?.facets.state;
  return {
    list,
    fine:
      list.page &&
      (counts?.find(({ value }) => value === 'healthy')?.count ?? 0),
    showsAll,
    setShowsAll,
  };
}
