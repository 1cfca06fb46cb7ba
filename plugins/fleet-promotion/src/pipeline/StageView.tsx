import type {
  PipelineStage,
  PromotionRequest,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GateList,
  Muted,
  Since,
  Stack,
  StageCard,
  Text,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { FreezeNotice } from './FreezeNotice';
import { NoOverlay } from './NoOverlay';
import { OpenPromotion } from './OpenPromotion';
import { StageActions } from './StageActions';
import { StageArtifacts } from './StageArtifacts';
import { StageClusters } from './StageClusters';
import { StageLacks } from './StageLacks';
import { versionWords } from './versionWords';

/** What a stage runs, in Git and on its clusters; what it lacks, what stops it, and what can be done. */
export function StageView(props: {
  stage: PipelineStage;
  /** How another stage is called. */
  titleOf(stage: string): string;
  onAsk(request: Omit<PromotionRequest, 'pipelineId'>): void;
}) {
  const { stage, titleOf, onAsk } = props;
  const { title, state, summary, version, since, freeze } = stage;
  const { promotion, gates, enforcement, automation, after } = stage;
  const isEntered = after.length > 0;
  const isNews = promotion !== undefined || stage.lacks.some(lacksSomething);
  // What came back up by itself is well, and yet not what was asked for.
  const isFailed = promotion?.state === 'failed';

  return (
    <StageCard
      title={title}
      state={isFailed ? 'failing' : state}
      summary={isFailed ? promotion.summary : summary}
      version={
        version ?? (
          <Text variant="title">
            {versionWords({ ...stage, overlays: stage.overlays.length })}
          </Text>
        )
      }
      detail={
        since && (
          <>
            in Git <Since at={since} />
          </>
        )
      }
      actions={<StageActions stage={stage} titleOf={titleOf} onAsk={onAsk} />}
    >
      {isFailed && <OpenPromotion promotion={promotion} />}
      {state !== 'healthy' && (
        <Text variant="small">
          <TimedText text={summary} />
        </Text>
      )}
      {stage.overlays.length === 0 ? (
        <NoOverlay />
      ) : (
        <StageClusters stage={stage} />
      )}
      {freeze && <FreezeNotice freeze={freeze} />}
      {promotion && !isFailed && <OpenPromotion promotion={promotion} />}
      <StageLacks stage={stage} titleOf={titleOf} />
      {isEntered && isNews && (
        <Stack gap={0.5}>
          <Text variant="strong" as="h4">
            {gatesTitle(promotion)}
          </Text>
          <GateList
            gates={gates}
            enforcement={enforcement}
            branch={stage.overlays[0]?.branch}
          />
        </Stack>
      )}
      <StageArtifacts overlays={stage.overlays} />
      {automation.map(({ image, current, next, policy, cluster }) => (
        <Muted key={`${cluster} ${image}`}>
          {`Image automation on ${cluster} would write ${image} ${[
            current,
            next,
          ]
            .filter(Boolean)
            .join(' → ')} next, by ${policy}.`}
        </Muted>
      ))}
    </StageCard>
  );
}

/** Those of a promotion are judged until it is merged. */
function gatesTitle(promotion: PipelineStage['promotion']): string {
  if (!promotion) {
    return 'Gates, as they stand now';
  }
  const isOpen = promotion.state === 'waiting' || promotion.state === 'ready';
  return isOpen ? 'Gates' : 'Gates, as they stood at the merge';
}

function lacksSomething({ moves }: PipelineStage['lacks'][number]): boolean {
  return moves.length > 0;
}
