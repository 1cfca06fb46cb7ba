import type { SecretSync } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  Duration,
  Muted,
  Stack,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { HowItIs } from './HowItIs';
import { placeColumn } from './placeColumn';

/** Columns of secrets that are brought from elsewhere. */
export function secretColumns(
  page: 'cluster' | 'entity',
): FleetTableColumn<SecretSync>[] {
  return [
    {
      key: 'state',
      title: 'State',
      width: '150px',
      render: ({ state, summary }) => (
        <StateBadge state={state} summary={summary} />
      ),
    },
    {
      key: 'name',
      title: 'Secret',
      width: 'minmax(150px, 1.5fr)',
      render: ({ name, namespace }) => (
        <Stack gap={0}>
          <span>{name}</span>
          <Muted>{namespace ?? 'in several namespaces'}</Muted>
        </Stack>
      ),
    },
    placeColumn(page),
    {
      key: 'store',
      title: 'Store',
      width: 'minmax(120px, 1fr)',
      render: ({ store, provider, direction }) => (
        <Stack gap={0}>
          <span>{store?.split('/')[1] ?? 'none'}</span>
          <Muted>
            {[direction === 'push' ? 'pushed to it' : undefined, provider]
              .filter(Boolean)
              .join(', ')}
          </Muted>
        </Stack>
      ),
    },
    {
      key: 'synced',
      title: 'Brought',
      width: '130px',
      render: ({ syncedAt, refreshSeconds }) => (
        <Stack gap={0}>
          <Age at={syncedAt} />
          <Muted>
            {refreshSeconds ? (
              <>
                each <Duration seconds={refreshSeconds} />
              </>
            ) : (
              'not by time'
            )}
          </Muted>
        </Stack>
      ),
    },
    {
      key: 'summary',
      title: 'How it is',
      width: 'minmax(180px, 2fr)',
      render: secret => <HowItIs {...secret} />,
    },
  ];
}
