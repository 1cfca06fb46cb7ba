import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GateList,
  Section,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** The gates of a promotion, with the evidence for each. */
export function GateSection(props: { promotion: Promotion }) {
  const { gates, enforcement, state } = props.promotion;
  if (gates.length === 0) {
    return null;
  }
  return (
    <Section
      title="Gates"
      subtitle={
        state === 'waiting' || state === 'ready'
          ? undefined
          : 'As they stood when it was merged or closed'
      }
    >
      <GateList gates={gates} enforcement={enforcement} />
    </Section>
  );
}
