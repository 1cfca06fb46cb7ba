import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
  Muted,
  Stack,
  Text,
  useInfiniteFleet,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { driftColumns } from './driftColumns';
import type { LedgerView } from './LedgerView';

const columns: FleetTableColumn<Drift>[] = driftColumns
  .filter(({ key }) => key !== 'severity')
  .map(column => ({
    ...column,
    sort: undefined,
    ...(column.key === 'what' && { title: 'What cannot be judged' }),
  }));

/** Where drift would not be told, because somebody said so: a clean ledger means nothing there. */
export function BlindSpots(props: LedgerView) {
  const { filters, filterWith, onOpen } = props;
  const filter = filterWith({ kind: ['frozen'], severity: [], state: [] });
  const spots = useInfiniteFleet(
    (api, page, signal) =>
      api.listDrifts({ filter, text: filters.query.text, ...page }, { signal }),
    [filter[0], filters.text],
  );

  return (
    <Stack>
      <Text>
        Here Git and the cluster may part without anybody being told or anything
        being corrected: what is suspended or synced by hand, what is not
        pruned, objects and fields that are left alone, and kinds that may not
        be read.
      </Text>
      <FleetTable<Drift>
        label="Blind spots"
        list={spots}
        columns={columns}
        rowKey={drift => drift.id}
        onOpen={drift => onOpen(drift.id)}
        openLabel={drift => `Open ${drift.title}: ${drift.summary}`}
        isStale={drift => drift.freshness.stale}
        empty={
          <EmptyState
            title="No blind spot"
            description="Nothing here is suspended, synced by hand, kept from pruning, left alone or withheld from us."
          />
        }
      />
      <Muted>
        Nowhere compared: the status of objects, fields that Git never set, the
        values of Secrets, and kinds of objects that the backend does not watch.
      </Muted>
    </Stack>
  );
}
