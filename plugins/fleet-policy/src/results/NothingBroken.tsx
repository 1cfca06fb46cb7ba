import {
  EmptyState,
  ErrorNotice,
  Freshness,
  Skeleton,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePoliciesRead } from './usePoliciesRead';

const fewClusters = 5;

/** Says what could have found a breach: that nothing was found means no more than that. */
export function NothingBroken(props: { scope: FleetScope | undefined }) {
  const { scope } = props;
  const { value: read, error, refresh } = usePoliciesRead(scope);

  if (error) {
    return <ErrorNotice error={error} what="the policies" onRetry={refresh} />;
  }
  if (!read) {
    return <Skeleton rows={2} label="Loading what policies there are" />;
  }
  if (read.policies === 0) {
    return (
      <EmptyState
        title="No policy to break"
        description="What breaks a policy would be here, worst first, with how to fix it. None was found on a cluster that you may see: install Kyverno or Gatekeeper, or use the admission policies and Pod Security labels of Kubernetes. If they are there, the doctor on a cluster’s page says what may not be read."
      />
    );
  }
  const { stale } = read;
  return (
    <EmptyState
      title={
        stale.length > 0
          ? 'No policy is broken as far as is known'
          : 'No policy is broken'
      }
      description={
        <>
          {`${read.policies.toLocaleString()} ${
            read.policies === 1 ? 'policy is' : 'policies are'
          } read, with what ${scope ? 'they find here' : 'they find'}.`}
          {stale.slice(0, fewClusters).map(({ name, freshness }) => (
            <div key={name}>
              It is not known of {name}: <Freshness freshness={freshness} />
            </div>
          ))}
          {stale.length > fewClusters && (
            <div>And of {stale.length - fewClusters} more clusters.</div>
          )}
        </>
      }
    />
  );
}
