import type { Freeze } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  ExternalLink,
  FleetTable,
  Mono,
  Muted,
  Stack,
  StateBadge,
  Text,
  WaitsFor,
  ZonedMoment,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePromotionPaths } from '../usePromotionPaths';
import { frozenWords } from './freezeWords';

const columns: FleetTableColumn<Freeze>[] = [
  {
    key: 'title',
    title: 'Freeze',
    width: 'minmax(180px, 2fr)',
    render: ({ title, reason, url }) => (
      <Stack gap={0}>
        <Text variant="strong">
          <ExternalLink href={url}>{title}</ExternalLink>
        </Text>
        <Muted>{reason}</Muted>
      </Stack>
    ),
  },
  {
    key: 'when',
    title: 'When',
    width: 'minmax(190px, 2fr)',
    render: ({ from, until, timeZone, cron }) => (
      <Stack gap={0}>
        <span>
          from <ZonedMoment at={from} timeZone={timeZone} />
        </span>
        <span>
          {until ? (
            <>
              until <ZonedMoment at={until} timeZone={timeZone} />
            </>
          ) : (
            'until it is taken out of Git'
          )}
        </span>
        {cron && (
          <Muted>
            again at <Mono>{cron}</Mono>
          </Muted>
        )}
      </Stack>
    ),
  },
  {
    key: 'what',
    title: 'What is frozen',
    width: 'minmax(150px, 1.5fr)',
    render: frozenWords,
  },
  {
    key: 'now',
    title: 'Now',
    width: '112px',
    render: ({ active, until }) => {
      if (active) {
        return (
          <Stack direction="row" gap={0.5} align="center">
            <StateBadge state="suspended" summary="frozen now" iconOnly />
            frozen
          </Stack>
        );
      }
      return (
        <Muted>
          {until && Date.parse(until) <= Date.now() ? 'over' : 'to come'}
        </Muted>
      );
    },
  },
  {
    key: 'by',
    title: 'File last changed by',
    width: 'minmax(150px, 1fr)',
    render: ({ setBy }) =>
      setBy ? <WaitsFor who={[setBy]} /> : <Muted>not known</Muted>,
  },
];

/** Freezes in order of time, each on the clock that it is written for. */
export function FreezeTable(props: { freezes: readonly Freeze[] }) {
  const paths = usePromotionPaths();
  return (
    <FleetTable
      label="Freezes"
      list={props.freezes}
      columns={columns}
      rowKey={({ id, from }) => `${id} ${from}`}
      empty={
        <EmptyState
          title="Nothing is frozen in this time"
          description="Times in which nothing is promoted would be here: windows that recur, such as weekends, and single ones, each with its reason. They are entries of a file in Git, and a change to it is a pull request."
          action={{ title: 'Freeze…', to: paths.template('freeze') }}
        />
      }
    />
  );
}
