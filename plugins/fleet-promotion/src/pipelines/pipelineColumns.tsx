import type { PipelineSummary } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  BelongsTo,
  Muted,
  PromotionBadge,
  Stack,
  StateBadge,
  Text,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { versionWords } from '../pipeline/versionWords';
import { PipelineLink } from './PipelineLink';

/** How a pipeline looks in a list: a column for each stage. */
export function pipelineColumns(
  stages: readonly string[],
): FleetTableColumn<PipelineSummary>[] {
  return [
    {
      key: 'application',
      title: 'Application',
      width: 'minmax(150px, 1.5fr)',
      render: pipeline => (
        <Stack gap={0}>
          <Text variant="strong">
            <PipelineLink pipeline={pipeline}>
              {pipeline.application}
            </PipelineLink>
          </Text>
          <Muted>
            {pipeline.pipeline}
            {pipeline.problems > 0 && `, ${problemsWord(pipeline.problems)}`}
          </Muted>
        </Stack>
      ),
    },
    ...stages.map(name => ({
      key: name,
      title: name,
      width: 'minmax(130px, 1fr)',
      render: (pipeline: PipelineSummary) => (
        <StageCell pipeline={pipeline} name={name} />
      ),
    })),
    {
      key: 'owner',
      title: 'Belongs to',
      width: 'minmax(110px, 1fr)',
      render: pipeline => <BelongsTo {...pipeline} />,
    },
  ];
}

function StageCell(props: { pipeline: PipelineSummary; name: string }) {
  const { pipeline, name } = props;
  const stage = pipeline.stages.find(candidate => candidate.name === name);
  if (!stage) {
    return <Muted>no such stage</Muted>;
  }
  const { state, version, lacks, promotion } = stage;
  return (
    <Stack gap={0} align="start">
      <Stack direction="row" gap={0.5} align="center">
        <StateBadge state={state} iconOnly />
        {version ? (
          <span>{version}</span>
        ) : (
          <Muted>{versionWords(stage)}</Muted>
        )}
      </Stack>
      {lacks > 0 && (
        <PipelineLink pipeline={pipeline}>{`lacks ${lacks}`}</PipelineLink>
      )}
      {promotion && <PromotionBadge state={promotion} />}
    </Stack>
  );
}

function problemsWord(count: number): string {
  return count === 1 ? '1 problem' : `${count} problems`;
}
