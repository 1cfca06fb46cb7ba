import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EpisodeTimeline,
  Lasted,
  Moment,
  Muted,
  ordinal,
  Section,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** How often it came back, and when it was there. */
export function Occurrences(props: { drift: Drift }) {
  const { times, firstSince, severity, since, endedAt, episodes } = props.drift;
  if (times < 2) {
    return null;
  }
  const first = [
    firstSince,
    ...episodes.map(episode => episode.since),
  ].sort()[0];
  return (
    <Section
      title={`This is the ${ordinal(times)} time`}
      subtitle={
        <>
          The first was <Moment at={firstSince} />
          {times > episodes.length + 1 &&
            `; the last ${episodes.length + 1} are remembered`}
        </>
      }
    >
      <Stack>
        <EpisodeTimeline
          label="When it was there"
          from={first}
          to={new Date().toISOString()}
          rows={[
            {
              key: 'all',
              title: `${times} times`,
              severity,
              episodes: [...episodes, { since, endedAt }],
            },
          ]}
        />
        <Stack gap={0.5}>
          {episodes.map(episode => (
            <Muted key={episode.since}>
              <Moment at={episode.since} />, for{' '}
              <Lasted from={episode.since} to={episode.endedAt} />
            </Muted>
          ))}
        </Stack>
      </Stack>
    </Section>
  );
}
