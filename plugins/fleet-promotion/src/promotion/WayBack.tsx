import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  InternalLink,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';
import { AskPromotion } from '../dialog/AskPromotion';
import { usePromotionPaths } from '../usePromotionPaths';

/** Whether there is something to take back: not where its stage was taken elsewhere before it was done. */
function canBeTakenBack({
  action,
  state,
  endedAt,
}: Pick<Promotion, 'action' | 'state' | 'endedAt'>): boolean {
  return (
    action === 'promote' &&
    (state === 'done' ||
      state === 'rolling-out' ||
      (state === 'failed' && endedAt === undefined))
  );
}

/** Of a rollback that somebody closed, another can be asked for. */
function wordsOf(rollback: NonNullable<Promotion['rollback']>): string {
  if (rollback.state === 'closed') {
    return 'Its rollback was closed';
  }
  return rollback.state === 'done' || rollback.state === 'superseded'
    ? 'It was rolled back'
    : 'It is being rolled back';
}

/** The way back: the rollback that there is, or the button that asks for one. */
export function WayBack(props: {
  promotion: Promotion;
  onChanged(): Promise<void>;
}) {
  const { promotion, onChanged } = props;
  const { pipelineId, application, to, rollback } = promotion;
  const paths = usePromotionPaths();
  const [isAsked, setAsked] = useState(false);

  const link = rollback?.promotionId && (
    <InternalLink to={paths.promotion(rollback.promotionId)}>
      {wordsOf(rollback)}
    </InternalLink>
  );
  const isGoingOn = link && rollback.state !== 'closed';
  if (isGoingOn || !canBeTakenBack(promotion)) {
    return link;
  }
  return (
    <Stack gap={0.5} align="end">
      <ActionButton
        primary={rollback?.offered}
        size="small"
        onClick={() => setAsked(true)}
      >
        {`Roll back ${to}…`}
      </ActionButton>
      {link}
      {isAsked && (
        <AskPromotion
          request={{ pipelineId, action: 'rollback', stage: to }}
          title={`Roll back ${application} in ${to}`}
          onClose={() => setAsked(false)}
          onDone={onChanged}
        />
      )}
    </Stack>
  );
}
