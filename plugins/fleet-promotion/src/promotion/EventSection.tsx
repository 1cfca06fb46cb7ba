import type { PromotionEvent } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ExportButton,
  Muted,
  PromotionTimeline,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { eventTable } from '../timeline/eventTable';

/** What happened to one promotion, with a file of it. */
export function EventSection(props: { events: readonly PromotionEvent[] }) {
  const { events } = props;
  if (events.length === 0) {
    return <Muted>Nothing is known of it yet.</Muted>;
  }
  return (
    <Stack>
      <PromotionTimeline events={events} />
      <ExportButton
        name="fleet-promotion.csv"
        total={events.length}
        read={async () => eventTable(events)}
      />
    </Stack>
  );
}
