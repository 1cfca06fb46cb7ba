import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { PlainButton } from '../actions/PlainButton';
import { Text } from '../layout/Text';
import { foldClusters } from './foldClusters';
import { type StageCluster, StageClusterCard } from './StageClusterCard';
import { StageRest } from './StageRest';

/** An environment with the clusters where something runs. @public */
export interface Stage {
  name: string;
  clusters: readonly StageCluster[];
}

/** More cards than this push what follows out of sight. */
const most = 6;

const useStyles = makeStyles(
  theme => ({
    stage: {
      display: 'flex',
      flex: '1 1 240px',
      flexDirection: 'column',
      gap: theme.spacing(1),
      maxWidth: 640,
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
    more: {
      alignItems: 'center',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      justifyContent: 'space-between',
    },
  }),
  { name: 'FleetStageColumn' },
);

/** A stage with a card for each cluster; of many, for those that need a person. */
export function StageColumn(props: { stage: Stage }) {
  const { name, clusters } = props.stage;
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const { shown, rest } = foldClusters(clusters, all ? clusters.length : most);

  return (
    <div className={classes.stage}>
      <Text variant="strong" as="h3">
        {name}
      </Text>
      <ul className={classes.clusters}>
        {shown.map(({ key, ...cluster }) => (
          <li key={key}>
            <StageClusterCard {...cluster} />
          </li>
        ))}
      </ul>
      {clusters.length > most && (
        <div className={classes.more}>
          {rest.length > 0 && <StageRest clusters={rest} />}
          <PlainButton
            size="small"
            aria-label={`${all ? 'Fewer' : 'All'} clusters of ${name}`}
            onClick={() => setAll(!all)}
          >
            {all ? `Show ${most}` : `Show all ${clusters.length}`}
          </PlainButton>
        </div>
      )}
    </div>
  );
}
