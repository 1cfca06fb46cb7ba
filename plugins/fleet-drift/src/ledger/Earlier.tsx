import {
  ErrorNotice,
  FleetTable,
  InternalLink,
  Section,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { columnsFor } from './driftColumns';
import type { LedgerView } from './LedgerView';

/** What shows that something happened; all of it is a click away. */
const most = 5;

/** What came lately and is over: what an engine has undone leaves no other trace. */
export function Earlier(props: LedgerView) {
  const { filters, filterWith, linkWith, scope, onOpen } = props;
  const filter = filterWith({ state: ['ended'] });
  const { value: list, error } = useFleet(
    (api, signal) =>
      api.listDrifts(
        {
          filter,
          text: filters.query.text,
          orderField: 'endedAt,desc',
          limit: most,
        },
        { signal },
      ),
    [filter[0], filters.text],
  );

  if (!list) {
    return error ? <ErrorNotice error={error} what="what is over" /> : null;
  }
  if (list.totalItems === 0) {
    return null;
  }
  return (
    <Section
      title="Earlier"
      subtitle="It came, and is over"
      action={
        list.totalItems > most && (
          <InternalLink to={linkWith({ state: ['ended'] })}>
            {`All ${list.totalItems.toLocaleString()}`}
          </InternalLink>
        )
      }
      flush
    >
      <FleetTable
        label="Earlier"
        list={list.items}
        columns={columnsFor(scope).filter(({ key }) => key !== 'correction')}
        rowKey={drift => drift.id}
        onOpen={drift => onOpen(drift.id)}
        openLabel={drift => `Open ${drift.title}: ${drift.summary}`}
      />
    </Section>
  );
}
