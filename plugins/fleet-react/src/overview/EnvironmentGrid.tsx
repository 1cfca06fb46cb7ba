import type {
  State,
  SummaryCell,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { EnvironmentCell } from './EnvironmentCell';
import { useEnvironmentStyles } from './useEnvironmentStyles';

/** Props of {@link EnvironmentGrid}. @public */
export interface EnvironmentGridProps {
  /** In the order of the rows. */
  environments: readonly string[];
  regions: readonly string[];
  cells: readonly SummaryCell[];
  /** The clusters of a cell; with a state, its applications in that state. */
  linkTo(cell: SummaryCell, state?: State): string;
}

/**
 * The fleet by environments and regions: of each cell how many clusters, the worst state, the version and its applications.
 *
 * @public
 */
export function EnvironmentGrid(props: EnvironmentGridProps) {
  const { cells, linkTo } = props;
  const classes = useEnvironmentStyles();
  const environments = withUnnamed(
    props.environments,
    cells.map(({ environment }) => environment),
  );
  const regions = withUnnamed(
    props.regions,
    cells.map(({ region }) => region),
  );

  return (
    <div className={classes.scroller}>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            {regions.map(region => (
              <th
                key={region ?? ''}
                scope="col"
                className={classes.head}
                style={{ width: `${100 / regions.length}%` }}
              >
                {region ?? 'no region'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {environments.map(environment => (
            <tr key={environment ?? ''}>
              <th scope="row" className={classes.head}>
                {environment ?? 'no environment'}
              </th>
              {regions.map(region => {
                const cell = cells.find(
                  candidate =>
                    candidate.environment === environment &&
                    candidate.region === region,
                );
                return (
                  <td
                    key={region ?? ''}
                    className={cell ? classes.place : classes.noCell}
                    data-region={region ?? 'no region'}
                  >
                    {cell && <EnvironmentCell cell={cell} linkTo={linkTo} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The names, and behind them one for what has no name where there is such. */
function withUnnamed(
  names: readonly string[],
  present: readonly (string | undefined)[],
): (string | undefined)[] {
  return present.includes(undefined) ? [...names, undefined] : [...names];
}
