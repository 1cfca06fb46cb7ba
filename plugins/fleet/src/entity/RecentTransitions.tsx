import type { Transition } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  Section,
  Timeline,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';

const few = 10;

/** What happened last, and all that is remembered on request. */
export function RecentTransitions(props: {
  transitions: readonly Transition[];
}) {
  const { transitions } = props;
  const [all, setAll] = useState(false);

  if (transitions.length === 0) {
    return null;
  }
  return (
    <Section
      title="What happened"
      action={
        transitions.length > few && (
          <ActionButton size="small" onClick={() => setAll(!all)}>
            {all ? `Show the last ${few}` : `Show all ${transitions.length}`}
          </ActionButton>
        )
      }
    >
      <Timeline
        transitions={all ? transitions : transitions.slice(0, few)}
        showName
      />
    </Section>
  );
}
