import type {
  Pipeline,
  PromotionRequest,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  ExternalLink,
  Freshness,
  Notice,
  PipelineColumns,
  Section,
  Stack,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';
import { AskPromotion } from '../dialog/AskPromotion';
import { StageView } from './StageView';

/** An application on its way: its stages left to right, what each runs, what the next one lacks, and what stops it. */
export function PipelineView(props: {
  pipeline: Pipeline;
  onChanged(): Promise<void>;
}) {
  const { pipeline, onChanged } = props;
  const { id, application, title, repository, layout } = pipeline;
  const { stages, problems, freshness } = pipeline;
  const [asked, setAsked] = useState<PromotionRequest>();

  return (
    <Section
      title={application}
      subtitle={
        <>
          Pipeline {title}, {layout} of{' '}
          <ExternalLink href={repository}>
            {repository.replace(/^https?:\/\//, '')}
          </ExternalLink>
          {' · '}
          <Freshness freshness={freshness} prefix="read" />
        </>
      }
    >
      <Stack>
        {problems.map(problem => (
          <Notice key={problem} severity="warning">
            <TimedText text={problem} />
          </Notice>
        ))}
        {stages.length === 0 ? (
          <EmptyState
            title="No stages"
            description="What each stage runs and what the next one lacks would be here, once the pipeline has stages: fleet.promotion.pipelines in app-config.yaml."
          />
        ) : (
          <PipelineColumns
            stages={stages}
            render={stage => (
              <StageView
                stage={stage}
                titleOf={other => titleOf(pipeline, other)}
                onAsk={request => setAsked({ pipelineId: id, ...request })}
              />
            )}
          />
        )}
      </Stack>
      {asked && (
        <AskPromotion
          request={asked}
          title={dialogTitle(pipeline, asked)}
          onClose={() => setAsked(undefined)}
          onDone={onChanged}
        />
      )}
    </Section>
  );
}

function titleOf({ stages }: Pipeline, name: string): string {
  return stages.find(stage => stage.name === name)?.title ?? name;
}

function dialogTitle(
  pipeline: Pipeline,
  { action, stage }: PromotionRequest,
): string {
  const where = titleOf(pipeline, stage);
  return action === 'rollback'
    ? `Roll back ${pipeline.application} in ${where}`
    : `Promote ${pipeline.application} to ${where}`;
}
