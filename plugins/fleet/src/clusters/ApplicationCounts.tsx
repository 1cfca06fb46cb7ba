import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  filterLink,
  Muted,
  StateCounts,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../useFleetPaths';

/** The applications of one cluster by state, each count a link to their list. Others may know of some where it never answered itself. */
export function ApplicationCounts(props: { cluster: Cluster }) {
  const { name, applications, freshness } = props.cluster;
  const paths = useFleetPaths();

  if (!freshness.observedAt && Object.keys(applications).length === 0) {
    return <Muted>not known</Muted>;
  }
  return (
    <StateCounts
      counts={applications}
      label={`applications on ${name}`}
      linkTo={state => filterLink(paths.applications, { cluster: name, state })}
    />
  );
}
