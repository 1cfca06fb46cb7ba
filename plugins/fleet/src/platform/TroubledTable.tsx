import type { Freshness } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
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
  /** Where there are none at all. */
  none: ReactNode;
}

/** What needs a person, or the word that nothing does. */
export function TroubledTable<
  Item extends { id: string; freshness: Freshness },
>(props: TroubledTableProps<Item>) {
  const { label, troubled, columns, expand, none } = props;
  const { list, fine = 0 } = troubled;
  return (
    <FleetTable
      label={label}
      list={list}
      columns={columns}
      rowKey={item => item.id}
      isStale={item => item.freshness.stale}
      expand={expand}
      empty={
        fine > 0 ? (
          <EmptyState
            title="Nothing here needs you"
            description={
              fine === 1 ? 'The only one is fine.' : `All ${fine} are fine.`
            }
          />
        ) : (
          none
        )
      }
      maxHeight="60vh"
    />
  );
}
