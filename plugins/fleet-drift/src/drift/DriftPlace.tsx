import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ClusterPlace,
  Muted,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** The cluster of a drift, and the one that steers it where that is another. */
export function DriftPlace(props: { drift: Drift }) {
  const { cluster, application } = props.drift;
  return (
    <ClusterPlace {...props.drift}>
      {application && application.cluster !== cluster && (
        <Muted>steered from {application.cluster}</Muted>
      )}
    </ClusterPlace>
  );
}
