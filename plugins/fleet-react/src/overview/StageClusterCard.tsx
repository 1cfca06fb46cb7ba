import { PlainButton } from '../actions/PlainButton';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  Freshness as FleetFreshness,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { mutedColor } from '../layout/mutedColor';
import { ClusterLink } from '../links/ClusterLink';
import { VersionTag } from '../links/VersionTag';
import { StateBadge } from '../state/StateBadge';
import { stateColor } from '../state/stateLooks';
import { Freshness } from '../time/Freshness';
import { Since } from '../time/Since';

/** What runs on one cluster of a stage. @public */
export interface StageCluster {
  key: string;
  cluster: string;
  /** Of the cluster. */
  entityRef?: string;
  version?: string;
  revision?: string;
  /** The revision on its host. */
  href?: string;
  state: State;
  summary: string;
  since?: string;
  freshness: FleetFreshness;
  onOpen?(): void;
}

const useStyles = makeStyles(
  theme => ({
    card: {
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderLeft: '4px solid',
      borderRadius: 6,
      display: 'flex',
      flexDirection: 'column',
      fontSize: theme.typography.pxToRem(14),
      gap: theme.spacing(0.75),
      padding: theme.spacing(1.5),
    },
    line: {
      alignItems: 'center',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1),
      justifyContent: 'space-between',
    },
    details: { textDecoration: 'underline' },
    small: {
      color: mutedColor(theme),
      fontSize: theme.typography.pxToRem(13),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FleetStageCluster' },
);

/** The version on top, then where, how it is and since when. */
export function StageClusterCard(props: Omit<StageCluster, 'key'>) {
  const { cluster, entityRef, version, revision, href, state, summary } = props;
  const { since, freshness, onOpen } = props;
  const classes = useStyles();
  const theme = useTheme();
  return (
    <div
      className={classes.card}
      style={{ borderLeftColor: stateColor(theme, state, freshness.stale) }}
    >
      <div className={classes.line}>
        <VersionTag version={version} revision={revision} href={href} />
        <StateBadge state={state} size="small" stale={freshness.stale} />
      </div>
      <div className={classes.line}>
        <ClusterLink name={cluster} entityRef={entityRef} />
        {onOpen && (
          <PlainButton
            size="small"
            className={classes.details}
            aria-label={`Details on ${cluster}`}
            onClick={onOpen}
          >
            Details
          </PlainButton>
        )}
      </div>
      {state !== 'healthy' && <div className={classes.small}>{summary}</div>}
      <div className={classes.small}>
        {since && (
          <>
            <Since at={since} />
            {' · '}
          </>
        )}
        <Freshness freshness={freshness} prefix="seen" beside={summary} />
      </div>
    </div>
  );
}
