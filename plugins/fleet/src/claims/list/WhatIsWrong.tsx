import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Muted,
  Text,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** Why a claim is not well, in a few lines: the words of what everything else waits for, where there is such a thing. */
export function WhatIsWrong(props: { claim: Claim }) {
  const { state, summary, failing, deleting, paused } = props.claim;

  if (state === 'healthy' && !deleting && !paused) {
    return null;
  }
  if (failing) {
    return (
      <Text variant="small" lines={4}>
        {failing.kind} {failing.name}: <TimedText text={failing.summary} />
      </Text>
    );
  }
  return (
    <Muted>
      <Text variant="small" lines={2}>
        <TimedText text={summary} />
      </Text>
    </Muted>
  );
}
