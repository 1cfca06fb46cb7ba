import type { Freshness } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  BelongsTo,
  ClusterPlace,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

interface Placed {
  cluster: string;
  environment?: string;
  freshness: Freshness;
  entityRefs: string[];
  ownerRefs: string[];
}

/** What a page does not say by itself: where something is, or, on the page of a cluster, whose it is. */
export function placeColumn<Item extends Placed>(
  page: 'cluster' | 'entity',
): FleetTableColumn<Item> {
  return page === 'cluster'
    ? {
        key: 'owner',
        title: 'Belongs to',
        width: 'minmax(120px, 1fr)',
        render: item => <BelongsTo {...item} />,
      }
    : {
        key: 'cluster',
        title: 'Cluster',
        width: 'minmax(130px, 1fr)',
        render: item => <ClusterPlace {...item} />,
      };
}
