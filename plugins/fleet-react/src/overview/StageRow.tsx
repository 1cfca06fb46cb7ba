import { makeStyles } from '@material-ui/core/styles';
import ArrowForward from '@material-ui/icons/ArrowForward';
import { Fragment } from 'react';
import { Text } from '../layout/Text';
import { type StageCluster, StageClusterCard } from './StageClusterCard';

/** An environment with the clusters where something runs. @public */
export interface Stage {
  name: string;
  clusters: readonly StageCluster[];
}

const useStyles = makeStyles(
  theme => ({
    stages: {
      alignItems: 'stretch',
      display: 'flex',
      gap: theme.spacing(1.5),
      overflowX: 'auto',
      [theme.breakpoints.down('sm')]: { flexDirection: 'column' },
    },
    stage: {
      display: 'flex',
      flex: '1 1 240px',
      flexDirection: 'column',
      gap: theme.spacing(1),
      minWidth: 220,
    },
    clusters: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: 0,
      padding: 0,
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
      {props.stages.map(({ name, clusters }, index) => (
        <Fragment key={name}>
          {index > 0 && <ArrowForward className={classes.arrow} aria-hidden />}
          <div className={classes.stage}>
            <Text variant="strong" as="h3">
              {name}
            </Text>
            <ul className={classes.clusters}>
              {clusters.map(({ key, ...cluster }) => (
                <li key={key}>
                  <StageClusterCard {...cluster} />
                </li>
              ))}
            </ul>
          </div>
        </Fragment>
      ))}
    </div>
  );
}
