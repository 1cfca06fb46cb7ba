import {
  fleetApplicationPromotePermission,
  type PipelineStage,
  type PromotionRequest,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { ActionButton } from '@fleetcommander/backstage-plugin-fleet-react';

/** What can be done to a stage: promote into it from each stage before it, and take it back. A button that is off says why. */
export function StageActions(props: {
  stage: PipelineStage;
  titleOf(stage: string): string;
  onAsk(request: Omit<PromotionRequest, 'pipelineId'>): void;
}) {
  const { stage, titleOf, onAsk } = props;
  const { name, title, after, previous, mayPromote, whyNot } = stage;
  const notAllowed = mayPromote
    ? undefined
    : `You need the permission ${fleetApplicationPromotePermission.name} for what it runs`;

  return (
    <>
      {after.map(from => (
        <ActionButton
          key={from}
          size="small"
          primary={!notAllowed && !whyNot && !stage.promotion}
          disabledReason={notAllowed ?? whyNot}
          onClick={() => onAsk({ action: 'promote', stage: name, from })}
        >
          {after.length > 1
            ? `Promote from ${titleOf(from)}…`
            : `Promote to ${title}…`}
        </ActionButton>
      ))}
      {previous && (
        <ActionButton
          size="small"
          primary={!notAllowed && stage.promotion?.rollback?.offered}
          disabledReason={notAllowed}
          onClick={() =>
            onAsk({
              action: 'rollback',
              stage: name,
              revision: previous.revision,
            })
          }
        >
          {previous.version ? `Roll back → ${previous.version}…` : 'Roll back…'}
        </ActionButton>
      )}
    </>
  );
}
