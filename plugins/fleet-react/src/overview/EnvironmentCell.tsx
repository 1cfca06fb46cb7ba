import { useTheme } from '@material-ui/core/styles';
import type {
  State,
  SummaryCell,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { InternalLink } from '../links/InternalLink';
import { StateBadge } from '../state/StateBadge';
import { StateCounts } from '../state/StateCounts';
import { stateColor, stateGround } from '../state/stateLooks';
import { Freshness } from '../time/Freshness';
import { useEnvironmentStyles } from './useEnvironmentStyles';

/** The clusters of one environment in one region. */
export function EnvironmentCell(props: {
  cell: SummaryCell;
  linkTo(cell: SummaryCell, state?: State): string;
}) {
  const { cell, linkTo } = props;
  const classes = useEnvironmentStyles();
  const theme = useTheme();
  const { stale, observedAt } = cell.freshness;
  const neverRead = stale && !observedAt;
  const [onlyCluster] = cell.clusters;
  const name =
    cell.total === 1 && onlyCluster ? onlyCluster : `${cell.total} clusters`;

  return (
    <div
      className={`${classes.cell} ${stale ? classes.stale : ''}`}
      style={{
        backgroundColor: stateGround(theme, cell.state),
        borderLeftColor: stateColor(theme, cell.state, stale),
      }}
    >
      <div className={classes.line} title={cell.clusters.join(', ')}>
        <InternalLink to={linkTo(cell)}>{name}</InternalLink>
        {cell.version && (
          <span className={classes.version}>{cell.version}</span>
        )}
        {cell.state !== 'healthy' && (
          <StateBadge state={cell.state} size="small" stale={stale} />
        )}
      </div>
      {(!neverRead || Object.keys(cell.applications).length > 0) && (
        <StateCounts
          counts={cell.applications}
          label="applications"
          linkTo={state => linkTo(cell, state)}
        />
      )}
      {stale && (
        <div className={classes.age}>
          <Freshness freshness={cell.freshness} />
        </div>
      )}
    </div>
  );
}
