import {
  EmptyState,
  ErrorNotice,
  Skeleton,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { HowFar, Unknown } from './LookedAtText';
import { useLookedAt } from './useLookedAt';

/** Says what was looked at and how old that look is: that nothing was found means no more than that. */
export function NothingDiffers(props: { scope?: FleetScope }) {
  const { scope } = props;
  const { value: looked, error, refresh } = useLookedAt(scope);

  if (error) {
    return (
      <ErrorNotice error={error} what="what was looked at" onRetry={refresh} />
    );
  }
  if (!looked) {
    return <Skeleton rows={2} label="Loading what was looked at" />;
  }
  if (looked.applications === 0) {
    return (
      <EmptyState
        title="Nothing to compare"
        description={
          scope
            ? 'No application that you may see belongs here. The Fleet tab says how an application is linked.'
            : 'No application that you may see is on the fleet. You need the permission fleet.application.read, and clusters whose engines can be read: the doctor on a cluster’s page says so.'
        }
      />
    );
  }
  return (
    <EmptyState
      title={
        looked.stale.length > 0
          ? 'Nothing differs from Git as far as is known'
          : 'Nothing differs from Git'
      }
      description={
        <>
          <HowFar looked={looked} />
          <Unknown looked={looked} />
        </>
      }
    />
  );
}
