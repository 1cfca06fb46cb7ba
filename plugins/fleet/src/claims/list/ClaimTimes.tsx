import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  Duration,
  Lasted,
  Muted,
  Stack,
  Until,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** How old a claim is, and how long it took or is expected to take until it is ready. */
export function ClaimTimes(props: { claim: Claim }) {
  const { createdAt, readyAt, usualSeconds, expectedAt } = props.claim;

  if (!createdAt) {
    return <Muted>not on the hub yet</Muted>;
  }
  return (
    <Stack gap={0}>
      <Age at={createdAt} />
      {readyAt && (
        <Muted>
          ready after <Lasted from={createdAt} to={readyAt} />
        </Muted>
      )}
      {!readyAt && usualSeconds !== undefined && (
        <Muted>
          usually <Duration seconds={usualSeconds} />
        </Muted>
      )}
      {!readyAt && expectedAt && (
        <Muted>
          <Until at={expectedAt} what="ready" />
        </Muted>
      )}
    </Stack>
  );
}
