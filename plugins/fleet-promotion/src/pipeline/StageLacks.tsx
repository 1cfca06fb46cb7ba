import type { PipelineStage } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  MoveList,
  Muted,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** What the stages before it have and this one does not, in words; nothing lacking is said quietly. */
export function StageLacks(props: {
  stage: PipelineStage;
  titleOf(stage: string): string;
}) {
  const { stage, titleOf } = props;
  if (stage.overlays.length === 0) {
    // There is nothing to compare.
    return undefined;
  }
  return (
    <>
      {stage.lacks.map(({ from, ahead, moves }) =>
        moves.length === 0 ? (
          <Muted key={from}>{`The same as ${titleOf(from)}.`}</Muted>
        ) : (
          <Stack key={from} gap={0.25}>
            <Text variant="strong" as="h4">
              {ahead
                ? `Ahead of ${titleOf(from)}: promoting would take it back`
                : `Lacks from ${titleOf(from)}`}
            </Text>
            <MoveList
              moves={moves}
              label={`What ${stage.title} lacks from ${titleOf(from)}`}
            />
          </Stack>
        ),
      )}
    </>
  );
}
