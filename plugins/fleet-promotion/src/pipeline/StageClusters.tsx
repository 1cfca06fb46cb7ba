import type {
  PipelineStage,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Muted,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClusterLine } from './ClusterLine';

/** The clusters of a stage, wave by wave, with what really runs on each. */
export function StageClusters(props: { stage: PipelineStage }) {
  const { waves, clusters } = props.stage;
  if (clusters.length === 0) {
    return null;
  }
  if (waves.length < 2) {
    return <ClusterLines clusters={clusters} />;
  }
  return (
    <Stack gap={1.5}>
      {waves.map(({ title, separate }, index) => (
        <Stack key={title} gap={0.5}>
          <span>
            <Text variant="strong" as="span">
              {title}
            </Text>{' '}
            {!separate && <Muted>changes together with the others</Muted>}
          </span>
          <ClusterLines
            clusters={clusters.filter(({ wave }) => wave === index)}
          />
        </Stack>
      ))}
    </Stack>
  );
}

function ClusterLines(props: { clusters: readonly StageCluster[] }) {
  return (
    <Stack gap={0.75}>
      {props.clusters.map(cluster => (
        <ClusterLine key={cluster.cluster} cluster={cluster} />
      ))}
    </Stack>
  );
}
