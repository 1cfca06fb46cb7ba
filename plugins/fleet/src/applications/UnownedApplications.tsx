import type { UnownedList } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  EmptyState,
  FleetTable,
  Section,
  useInfiniteFleet,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { applicationColumns } from './applicationColumns';

type Unowned = UnownedList['items'][number];

const columns: FleetTableColumn<Unowned>[] = [
  ...applicationColumns
    .filter(({ key }) =>
      ['state', 'name', 'cluster', 'namespace'].includes(key),
    )
    .map(({ key, title, width, render }) => ({
      key,
      title,
      width,
      render: ({ application }: Unowned) => render(application),
    })),
  {
    key: 'reason',
    title: 'Why it belongs to nobody',
    width: 'minmax(240px, 4fr)',
    render: ({ reason }) => reason,
  },
];

/** Applications that no entity could be proven to own, and why. */
export function UnownedApplications(props: {
  onOpen(id: string): void;
  onLeave(): void;
}) {
  const { onOpen, onLeave } = props;
  const unowned = useInfiniteFleet(
    (api, page, signal) => api.listUnowned(page, { signal }),
    [],
  );

  return (
    <Section
      title="Without a proven owner"
      subtitle="Nothing on their clusters says whose they are, so nobody is told when they fail"
      action={
        <ActionButton size="small" onClick={onLeave}>
          Show all applications
        </ActionButton>
      }
      flush
    >
      <FleetTable
        label="Applications without a proven owner"
        list={unowned}
        columns={columns}
        rowKey={({ application }) => application.id}
        onOpen={({ application }) => onOpen(application.id)}
        openLabel={({ application }) =>
          `Open ${application.name} on ${application.cluster}`
        }
        empty={
          <EmptyState
            title="Every application has an owner"
            description="Those whose cluster does not say which entity they belong to would be here."
          />
        }
      />
    </Section>
  );
}
