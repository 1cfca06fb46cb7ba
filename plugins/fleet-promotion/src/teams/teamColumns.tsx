import type { PromotionStatistics } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Duration,
  EntityLink,
  filterLink,
  InternalLink,
  Muted,
  Text,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

type Team = PromotionStatistics['items'][number];

const oneDigit = { maximumFractionDigits: 1 };
const percent = { style: 'percent' } as const;

/** How a team looks in the list; each number that counts a list is a link to it. */
export const teamColumns: FleetTableColumn<Team>[] = [
  {
    key: 'team',
    title: 'Team',
    width: 'minmax(140px, 1.5fr)',
    render: ({ ownerRef }) => (
      <Text variant="strong">
        {ownerRef ? <EntityLink entityRef={ownerRef} /> : 'Unowned'}
      </Text>
    ),
  },
  {
    key: 'promotions',
    title: 'Done',
    width: '88px',
    render: ({ ownerRef, promotions }) => (
      <Counted
        count={promotions}
        to={listOf(ownerRef, { view: 'recent', state: 'done' })}
      />
    ),
  },
  {
    key: 'per-week',
    title: 'Per week',
    width: '88px',
    render: ({ perWeek }) => perWeek.toLocaleString(undefined, oneDigit),
  },
  {
    key: 'median',
    title: 'Median lead time',
    width: 'minmax(110px, 1fr)',
    render: ({ medianLeadSeconds }) => <Lead seconds={medianLeadSeconds} />,
  },
  {
    key: 'slowest',
    title: 'Slowest',
    width: 'minmax(90px, 1fr)',
    render: ({ slowestLeadSeconds }) => <Lead seconds={slowestLeadSeconds} />,
  },
  {
    key: 'rollbacks',
    title: 'Rollbacks',
    width: '96px',
    render: ({ ownerRef, rollbacks }) => (
      <Counted
        count={rollbacks}
        to={listOf(ownerRef, { view: 'recent', action: 'rollback' })}
      />
    ),
  },
  {
    key: 'failed',
    title: 'Failed',
    width: '88px',
    render: ({ ownerRef, failed, failureRate = 0 }) => (
      <>
        <Counted
          count={failed}
          to={listOf(ownerRef, { view: 'recent', state: 'failed' })}
        />
        {failureRate > 0 && (
          <Muted>{` (${failureRate.toLocaleString(
            undefined,
            percent,
          )})`}</Muted>
        )}
      </>
    ),
  },
  {
    key: 'waiting',
    title: 'Waiting now',
    width: '104px',
    render: ({ ownerRef, waiting }) => (
      <Counted
        count={waiting}
        to={listOf(ownerRef, { state: ['waiting', 'ready'] })}
      />
    ),
  },
  {
    key: 'stuck',
    title: 'Stuck now',
    width: '96px',
    render: ({ ownerRef, stuck }) => (
      <Counted count={stuck} to={listOf(ownerRef, { stuck: 'true' })} />
    ),
  },
];

/** The list that a number counts; what is nobody's has none of its own. */
function listOf(
  owner: string | undefined,
  filters: Record<string, string | string[]>,
): string | undefined {
  return owner && filterLink('', { ...filters, owner });
}

function Counted(props: { count: number; to: string | undefined }) {
  const { count, to } = props;
  if (count === 0) {
    return <Muted>none</Muted>;
  }
  const words = count.toLocaleString();
  return to ? <InternalLink to={to}>{words}</InternalLink> : <>{words}</>;
}

function Lead(props: { seconds: number | undefined }) {
  return props.seconds === undefined ? (
    <Muted>none was done</Muted>
  ) : (
    <Duration seconds={props.seconds} />
  );
}
