import { makeStyles } from '@material-ui/core/styles';
import ArrowForward from '@material-ui/icons/ArrowForward';
import { Fragment } from 'react';
import { type Stage, StageColumn } from './StageColumn';

const useStyles = makeStyles(
  theme => ({
    stages: {
      alignItems: 'stretch',
      display: 'flex',
      gap: theme.spacing(1.5),
      overflowX: 'auto',
      [theme.breakpoints.down('sm')]: { flexDirection: 'column' },
    },
    arrow: {
      alignSelf: 'center',
      color: theme.palette.text.primary,
      opacity: 0.5,
      [theme.breakpoints.down('sm')]: { transform: 'rotate(90deg)' },
    },
  }),
  { name: 'FleetStageRow' },
);

/**
 * Stages left to right, in each the clusters and what they run.
 *
 * @public
 */
export function StageRow(props: { stages: readonly Stage[] }) {
  const classes = useStyles();
  return (
    <div className={classes.stages}>
      {props.stages.map((stage, index) => (
        <Fragment key={stage.name}>
          {index > 0 && <ArrowForward className={classes.arrow} aria-hidden />}
          <StageColumn stage={stage} />
        </Fragment>
      ))}
    </div>
  );
}
