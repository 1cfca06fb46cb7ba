import { EmptyState } from '@fleetcommander/backstage-plugin-fleet-react';

/** Teaches what would be under way, and how it begins. */
export function NothingUnderWay() {
  return (
    <EmptyState
      title="Nothing is under way"
      description="Promotions that wait for their gates or for a merge, and those that roll out, would be here, with whom each waits for. A promotion begins with the button Promote on the Promotion tab of a Component."
      action={{ title: 'See all pipelines', to: '?view=pipelines' }}
    />
  );
}
