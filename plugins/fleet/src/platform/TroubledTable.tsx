import type { Freshness } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  FleetTable,
  Muted,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { ReactNode } from 'react';
import type { Troubled } from './useTroubled';

/** Props of {@link TroubledTable}. */
export interface TroubledTableProps<Item> {
  /** What is listed, in the plural. */
  label: string;
  troubled: Troubled<Item>;
  columns: readonly FleetTableColumn<Item>[];
  expand?(item: Item): ReactNode;
}

/** What needs a person, or the word that all are fine. */
export function TroubledTable<
  Item extends { id: string; freshness: Freshness },
>(props: TroubledTableProps<Item>) {
  const { label, troubled, columns, expand } = props;
  const { list, fine = 0 } = troubled;
  if (fine > 0 && list.items.length === 0 && !list.loading) {
    return (
      <Muted>
        {fine === 1 ? 'The only one is fine.' : `All ${fine} are fine.`}
      </Muted>
    );
  }
  return (
    <FleetTable
      label={label}
      list={list}
      columns={columns}
      rowKey={item => item.id}
      isStale={item => item.freshness.stale}
      expand={expand}
      maxHeight="60vh"
    />
  );
}
