import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ClaimGraph,
  EmptyState,
  ErrorNotice,
  Skeleton,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** More than this is no picture any more. */
const mostNodes = 200;

/** The objects of a claim as a graph, where they are not too many for one. */
export function ClaimGraphView(props: { claim: Claim }) {
  const { id, total } = props.claim;
  const {
    value: tree,
    error,
    refresh,
  } = useFleet(
    (api, signal) => api.claims.tree(id, { limit: mostNodes }, { signal }),
    [id],
    { pause: total > mostNodes },
  );

  if ((tree?.totalItems ?? total) > mostNodes) {
    return (
      <EmptyState
        title={`${(
          tree?.totalItems ?? total
        ).toLocaleString()} objects are too many for a graph`}
        description={`Up to ${mostNodes} are drawn. The table has all of them, with filters.`}
      />
    );
  }
  if (!tree) {
    return error ? (
      <ErrorNotice error={error} what="the objects" onRetry={refresh} />
    ) : (
      <Skeleton rows={8} label="Loading the graph" />
    );
  }
  if (tree.items.length === 0) {
    return (
      <EmptyState
        title="Nothing to draw yet"
        description="What the claim is made of is drawn once it is on the hub."
      />
    );
  }
  return <ClaimGraph nodes={tree.items} />;
}
