import {
  Since,
  Stack,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** In words, and for how long. What the engine says is one click away. */
export function HowItIs(props: { summary: string; since?: string }) {
  const { summary, since } = props;
  return (
    <Stack gap={0}>
      <TimedText text={summary} />
      <Since at={since} />
    </Stack>
  );
}
