import {
  EmptyState,
  ErrorNotice,
  Skeleton,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../../useFleetPaths';

/** Says why there is no claim: nothing can be claimed, nobody has, or the viewer may not see it. */
export function NothingClaimed() {
  const paths = useFleetPaths();
  const {
    value: kinds,
    error,
    refresh,
  } = useFleet((api, signal) => api.claims.kinds({ signal }), []);

  if (error) {
    return (
      <ErrorNotice error={error} what="what can be claimed" onRetry={refresh} />
    );
  }
  if (!kinds) {
    return <Skeleton rows={2} label="Loading what can be claimed" />;
  }
  if (kinds.items.length === 0) {
    return (
      <EmptyState
        title="Nothing can be claimed"
        description={
          <>
            Clusters and other infrastructure that people order would be here,
            from pull request to ready. That takes a hub with Crossplane,
            Cluster API or tofu-controller that the portal can read: the doctor
            on the hub’s page says what it found there. To see claims you need
            the permission <code>fleet.claim.read</code>.
          </>
        }
        action={{ title: 'Show the clusters', to: paths.clusters }}
      />
    );
  }
  return (
    <EmptyState
      title="Nothing has been claimed"
      description={
        <>
          {kinds.items.length === 1
            ? 'One kind of infrastructure'
            : `${kinds.items.length} kinds of infrastructure`}{' '}
          can be ordered. An order is here from its pull request on, if that is
          in a repository of <code>fleet.git.repositories</code> in
          app-config.yaml; else once it is on the hub. To see claims you need
          the permission <code>fleet.claim.read</code>.
        </>
      }
      action={{ title: 'Order', to: paths.order }}
    />
  );
}
