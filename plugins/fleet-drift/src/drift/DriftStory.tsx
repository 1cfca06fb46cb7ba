import type {
  Application,
  Drift,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Freshness,
  Lasted,
  Moment,
  Mono,
  Notice,
  Section,
  Stack,
  Text,
  ValueChange,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { DriftFacts } from './DriftFacts';
import { DriftObjectDiff } from './DriftObjectDiff';
import { Occurrences } from './Occurrences';
import { SaidOfIt } from './SaidOfIt';

/** What differs, since when, who did it, whether anybody corrects it, and what to do. */
export function DriftStory(props: { drift: Drift; application?: Application }) {
  const { drift, application } = props;
  const { summary, path, from, to, correction, remedy } = drift;
  const { since, endedAt, freshness } = drift;

  return (
    <Stack gap={3}>
      {endedAt && (
        <Notice severity="success" title="It is over">
          It was there for <Lasted from={since} to={endedAt} />, until{' '}
          <Moment at={endedAt} />.
        </Notice>
      )}
      {freshness.stale && !endedAt && (
        <Notice severity="warning" title="This is the last known state">
          <Freshness freshness={freshness} />
        </Notice>
      )}
      <SaidOfIt drift={drift} />
      <Text variant="title" as="p">
        {summary}
      </Text>
      {(path || from !== undefined || to !== undefined) && (
        <Section title={path && <Mono wrap>{path}</Mono>}>
          <ValueChange from={from} to={to} over={endedAt !== undefined} />
        </Section>
      )}
      <DriftObjectDiff key={drift.id} drift={drift} />
      {!endedAt && (
        <Notice
          severity={correction.expected ? 'info' : 'warning'}
          title={correction.reason}
        >
          {remedy}
        </Notice>
      )}
      <DriftFacts drift={drift} application={application} />
      <Occurrences drift={drift} />
    </Stack>
  );
}
