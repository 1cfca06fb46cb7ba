import type { PipelineStage } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Muted,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClusterLines } from './ClusterLines';

/** The clusters of a stage, wave by wave, with what really runs on each. */
export function StageClusters(props: { stage: PipelineStage }) {
  const { waves, clusters, environment } = props.stage;
  const changing = clustersThatChange(props.stage);
  if (clusters.length === 0) {
    return <Muted>No cluster of {environment} runs it.</Muted>;
  }
  if (waves.length < 2) {
    return <ClusterLines clusters={clusters} changing={changing} />;
  }
  return (
    <Stack gap={1}>
      {waves.every(({ separate }) => !separate) && (
        <Muted>All waves share one overlay, and change together.</Muted>
      )}
      {waves.map(({ title }, index) => (
        <Stack key={title} gap={0.5}>
          <Text variant="small">{`Wave ${index + 1}: ${title}`}</Text>
          <ClusterLines
            clusters={clusters.filter(({ wave }) => wave === index)}
            changing={changing}
          />
        </Stack>
      ))}
    </Stack>
  );
}

/** Those that what was merged is on its way to. */
function clustersThatChange({ promotion }: PipelineStage): Set<string> {
  return new Set(
    (promotion?.waves ?? [])
      .filter(({ state }) => state === 'rolling-out')
      .flatMap(({ clusters }) => clusters.map(({ cluster }) => cluster)),
  );
}
