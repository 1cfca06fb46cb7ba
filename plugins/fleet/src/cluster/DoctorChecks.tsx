import type { DoctorCheck } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  FleetTable,
  Freshness,
  Muted,
  Stack,
  StateBadge,
  stateWord,
  Text,
  TimedText,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { outcomeWords } from './outcomeWords';

const columns: FleetTableColumn<DoctorCheck>[] = [
  {
    key: 'outcome',
    title: 'Can it be read?',
    width: 'minmax(150px, 1fr)',
    render: check => {
      const { title, state } = outcomeWords[check.outcome];
      return (
        <Stack gap={0} align="start">
          <StateBadge state={state} size="small" />
          {title !== stateWord(state) && <Muted>{title}</Muted>}
        </Stack>
      );
    },
  },
  {
    key: 'title',
    title: 'What was looked at',
    width: 'minmax(170px, 1.5fr)',
    render: check => (
      <Stack gap={0}>
        <span>{check.title}</span>
        <Muted>
          {[check.engine, check.kind, check.apiVersion]
            .filter(Boolean)
            .join(' · ')}
        </Muted>
      </Stack>
    ),
  },
  {
    key: 'message',
    title: 'What is wrong, and what to do',
    width: 'minmax(220px, 3fr)',
    render: check => (
      <Stack gap={0}>
        <span>{check.message && <TimedText text={check.message} />}</span>
        {check.remedy && <Text variant="strong">{check.remedy}</Text>}
      </Stack>
    ),
  },
  {
    key: 'records',
    title: 'Records',
    width: '80px',
    align: 'end',
    render: check => check.kind && check.records,
  },
  {
    key: 'how',
    title: 'Read',
    width: 'minmax(120px, 1fr)',
    render: check => (
      <Stack gap={0}>
        {check.readHow && <span>{check.readHow}</span>}
        <Freshness freshness={check.freshness} brief />
      </Stack>
    ),
  },
];

const byUrgency = Object.keys(outcomeWords);

/** The findings of the doctor, what is wrong first. */
export function DoctorChecks(props: { checks: readonly DoctorCheck[] }) {
  const worstFirst = [...props.checks].sort(
    (a, b) => byUrgency.indexOf(a.outcome) - byUrgency.indexOf(b.outcome),
  );
  return (
    <FleetTable
      label="Findings of the doctor"
      list={worstFirst}
      columns={columns}
      rowKey={({ title, kind, apiVersion }) =>
        [title, kind, apiVersion].join(' ')
      }
      maxHeight="70vh"
    />
  );
}
