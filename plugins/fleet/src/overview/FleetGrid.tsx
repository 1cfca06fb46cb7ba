import type { Summary } from '@fleetcommander/backstage-plugin-fleet-common';
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
      linkTo={({ environment, region }, state) =>
        state
          ? filterLink(paths.applications, { environment, region, state })
          : filterLink(paths.clusters, { environment, region })
      }
    />
  );
}
