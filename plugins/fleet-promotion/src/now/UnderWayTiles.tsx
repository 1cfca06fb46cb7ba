import type { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  filterLink,
  SummaryTiles,
  useFleet,
  type SummaryTile,
} from '@fleetcommander/backstage-plugin-fleet-react';

const tiles: {
  key: string;
  title: string;
  filters: Record<string, string[]>;
  state?: SummaryTile['state'];
}[] = [
  {
    key: 'waiting',
    title: 'wait for gates or for a merge',
    filters: { state: ['waiting', 'ready'] },
  },
  {
    key: 'rolling-out',
    title: 'roll out',
    filters: { state: ['rolling-out'] },
  },
  {
    key: 'stuck',
    title: 'stuck',
    filters: { state: ['waiting', 'ready', 'rolling-out'], stuck: ['true'] },
    state: 'degraded',
  },
  {
    key: 'failed',
    title: 'failed',
    filters: { state: ['failed'] },
    state: 'failing',
  },
];

/** The numbers of the screen, each a link to what it counts. */
export function UnderWayTiles() {
  const { value: counts } = useFleet(countAll, []);
  return (
    <SummaryTiles
      tiles={tiles.map(({ key, title, filters, state }, index) => ({
        key,
        title,
        value: counts?.[index].toLocaleString() ?? '…',
        to: filterLink('', filters),
        state: counts && counts[index] > 0 ? state : undefined,
      }))}
    />
  );
}

async function countAll(api: FleetClient, signal: AbortSignal) {
  const pages = await Promise.all(
    tiles.map(({ filters }) =>
      api.promotions.list(
        { limit: 1, filter: [termsOf({ ...filters, ended: ['false'] })] },
        { signal },
      ),
    ),
  );
  return pages.map(({ totalItems }) => totalItems);
}

function termsOf(filters: Record<string, string[]>): string {
  return Object.entries(filters)
    .flatMap(([key, values]) => values.map(value => `${key}=${value}`))
    .join(',');
}
