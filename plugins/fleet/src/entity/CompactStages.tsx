import {
  foldClusters,
  KeyValues,
  Muted,
  Since,
  Stack,
  StageRest,
  StateBadge,
  type Stage,
  type StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClusterName } from '../clusters/ClusterName';

/** Of each stage. */
const most = 4;

/** Stages as a short list: a line for each cluster; of many, for those that need a person. */
export function CompactStages(props: { stages: readonly Stage[] }) {
  return (
    <KeyValues
      items={props.stages.map(({ name, clusters }) => {
        const { shown, rest } = foldClusters(clusters, most);
        return {
          key: name,
          value: (
            <Stack gap={0.5}>
              {shown.map(({ key, ...cluster }) => (
                <CompactCluster key={key} {...cluster} />
              ))}
              {rest.length > 0 && <StageRest clusters={rest} />}
            </Stack>
          ),
        };
      })}
    />
  );
}

function CompactCluster(props: Omit<StageCluster, 'key'>) {
  const { cluster, entityRef, version, state, summary, since } = props;
  return (
    <Stack direction="row" gap={1} align="center" wrap>
      <StateBadge
        state={state}
        summary={summary}
        stale={props.freshness.stale}
        iconOnly
      />
      <ClusterName name={cluster} entityRef={entityRef} />
      <span>{version}</span>
      <Muted>
        {state === 'healthy' && version ? '' : `${summary} `}
        <Since at={since} />
      </Muted>
    </Stack>
  );
}
