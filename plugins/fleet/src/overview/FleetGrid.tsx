import type {
  Summary,
  SummaryCell,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EnvironmentGrid,
  filterLink,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../useFleetPaths';

/** Environments by regions, each cell a link to its clusters or to its applications in one state. */
export function FleetGrid(props: { summary: Summary }) {
  const { environments, regions, cells } = props.summary;
  const paths = useFleetPaths();

  return (
    <EnvironmentGrid
      environments={environments}
      regions={regions}
      cells={cells}
      linkTo={(cell, state) =>
        state
          ? filterLink(paths.applications, { ...placeOf(cell), state })
          : filterLink(paths.clusters, clustersOf(cell))
      }
    />
  );
}

/** There is no filter for what has no environment or no region, so that its clusters stand for it. */
function placeOf({ environment, region, clusters }: SummaryCell) {
  return environment && region
    ? { environment, region }
    : { cluster: clusters };
}

function clustersOf({ environment, region, clusters, total }: SummaryCell) {
  return { environment, region, text: total === 1 ? clusters[0] : undefined };
}
