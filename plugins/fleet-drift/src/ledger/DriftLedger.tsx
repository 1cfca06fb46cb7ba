import {
  fieldsWithin,
  FilterBar,
  ownerWord,
  Section,
  Stack,
  Tabs,
  ToggleButton,
  useInfiniteFleet,
  useScopedFilters,
  useUrlState,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { driftKindWord } from '../driftKindWords';
import { DriftDrawer } from '../drift/DriftDrawer';
import { BlindSpots } from './BlindSpots';
import { DriftCounts } from './DriftCounts';
import { driftFilterKeys } from './driftFilterKeys';
import { DriftHistory } from './DriftHistory';
import { DriftTable } from './DriftTable';
import { DriftTiles } from './DriftTiles';
import { Earlier } from './Earlier';

const fields = [
  { key: 'kind', title: 'Kind', format: driftKindWord },
  { key: 'severity', title: 'Severity' },
  { key: 'environment', title: 'Environment' },
  { key: 'cluster', title: 'Cluster' },
  { key: 'owner', title: 'Owner', format: ownerWord },
  { key: 'engine', title: 'Engine' },
  { key: 'manager', title: 'Client' },
] as const;

const toggles = [
  { key: 'acknowledged', value: 'false', title: 'Not acknowledged' },
  { key: 'muted', value: 'true', title: 'Muted' },
  { key: 'state', value: 'ended', title: 'Ended' },
] as const;

/** The ledger of the fleet, or of one part of it: what is open, worst first; who and where; over time; and what cannot be judged. */
export function DriftLedger(props: { scope?: FleetScope }) {
  const { scope } = props;
  const ledger = useScopedFilters(driftFilterKeys, {
    scope,
    sort: { field: 'severity', direction: 'asc' },
  });
  const { filters } = ledger;
  const [view, setView] = useUrlState('view');
  const [open, setOpen] = useUrlState('drift');
  const filter = ledger.filterWith();
  const { text, orderField } = filters.query;
  const drifts = useInfiniteFleet(
    (api, page, signal) =>
      api.listDrifts({ filter, text, orderField, ...page }, { signal }),
    [filters.key, scope?.key, scope?.value],
  );
  const isOver = filters.values.state.includes('ended');
  const shown = { ...ledger, scope, onOpen: setOpen };

  return (
    <>
      {(!scope || scope.sum) && <DriftTiles {...shown} page={drifts.page} />}
      <FilterBar
        filters={filters}
        facets={drifts.page?.facets}
        fields={fieldsWithin(scope, fields)}
        mine={!scope}
        textLabel="Find in drift"
        total={drifts.totalItems}
        noun={drifts.totalItems === 1 ? 'difference' : 'differences'}
      >
        {toggles.map(({ key, value, title }) => (
          <ToggleButton
            key={key}
            pressed={filters.values[key].includes(value)}
            onToggle={() => filters.toggle(key, value)}
          >
            {title}
          </ToggleButton>
        ))}
      </FilterBar>
      <Tabs
        label="Drift"
        value={view ?? 'worst'}
        onChange={key => setView(key === 'worst' ? undefined : key)}
        tabs={[
          {
            key: 'worst',
            title: isOver ? 'Ended' : 'Worst first',
            content: (
              <Stack gap={3}>
                <Section flush>
                  <DriftTable {...shown} drifts={drifts} />
                </Section>
                {!isOver && <Earlier {...shown} />}
              </Stack>
            ),
          },
          {
            key: 'counts',
            title: 'Who and where',
            content: (
              <Section>
                <DriftCounts {...shown} page={drifts.page} />
              </Section>
            ),
          },
          {
            key: 'history',
            title: 'Over time',
            content: (
              <Section>
                <DriftHistory {...shown} />
              </Section>
            ),
          },
          {
            key: 'blind',
            title: 'Blind spots',
            content: (
              <Section>
                <BlindSpots {...shown} />
              </Section>
            ),
          },
        ]}
      />
      <DriftDrawer
        id={open}
        onClose={() => setOpen(undefined)}
        onChanged={drifts.refresh}
      />
    </>
  );
}
