import type { StateCounts as Counts } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  filterLink,
  StateCounts,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../useFleetPaths';

/** The applications of one cluster by state, each count a link to their list. */
export function ApplicationCounts(props: { cluster: string; counts: Counts }) {
  const { cluster, counts } = props;
  const paths = useFleetPaths();

  return (
    <StateCounts
      counts={counts}
      label={`applications on ${cluster}`}
      linkTo={state => filterLink(paths.applications, { cluster, state })}
    />
  );
}
