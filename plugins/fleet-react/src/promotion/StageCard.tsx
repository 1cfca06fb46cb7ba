import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { type ReactNode, useId } from 'react';
import { mutedColor } from '../layout/mutedColor';
import { StateBadge } from '../state/StateBadge';
import { stateColor } from '../state/stateLooks';

/** Props of {@link StageCard}. @public */
export interface StageCardProps {
  title: string;
  state: State;
  summary: string;
  /** What it runs; says so where that is no one version. */
  version: ReactNode;
  /** Beside the version: since when. */
  detail?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    card: {
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 8,
      borderTop: '3px solid',
      display: 'flex',
      flex: 1,
      flexDirection: 'column',
      fontSize: theme.typography.pxToRem(14),
      gap: theme.spacing(1.5),
      minWidth: 0,
      padding: theme.spacing(1.5, 2, 2),
    },
    head: {
      alignItems: 'center',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1),
      justifyContent: 'space-between',
    },
    title: {
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 600,
      letterSpacing: 0,
      margin: 0,
    },
    version: {
      fontSize: theme.typography.pxToRem(26),
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 600,
      lineHeight: 1.2,
      marginRight: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    detail: {
      color: mutedColor(theme),
      fontSize: theme.typography.pxToRem(13),
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      // A stage that is entered from outside, and never changed, has none.
      '&:empty': { display: 'none' },
    },
  }),
  { name: 'FleetStageCard' },
);

/**
 * A stage of a pipeline: its version large, how it is, and below what there is to say and to do.
 *
 * @public
 */
export function StageCard(props: StageCardProps) {
  const { title, state, summary, version, detail, actions, children } = props;
  const classes = useStyles();
  const theme = useTheme();
  const id = useId();
  return (
    <section
      className={classes.card}
      style={{
        borderTopColor:
          state === 'healthy'
            ? theme.palette.divider
            : stateColor(theme, state),
      }}
      aria-labelledby={id}
    >
      <div className={classes.head}>
        <h3 id={id} className={classes.title}>
          {title}
        </h3>
        <StateBadge state={state} summary={summary} size="small" />
      </div>
      <div>
        <span className={classes.version}>{version}</span>
        <span className={classes.detail}>{detail}</span>
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
      {children}
    </section>
  );
}
