import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  ExternalLink,
  InternalLink,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';
import { AskPromotion } from '../dialog/AskPromotion';
import { usePromotionPaths } from '../usePromotionPaths';

/** What there is something to take back of. */
const changed: readonly Promotion['state'][] = [
  'rolling-out',
  'done',
  'failed',
];

/** The way back: the rollback that is under way, or the button that asks for one. */
export function WayBack(props: {
  promotion: Promotion;
  onChanged(): Promise<void>;
}) {
  const { promotion, onChanged } = props;
  const { pipelineId, application, action, to, state, rollback } = promotion;
  const paths = usePromotionPaths();
  const [isAsked, setAsked] = useState(false);

  if (rollback?.promotionId) {
    return (
      <InternalLink to={paths.promotion(rollback.promotionId)}>
        It is being rolled back
      </InternalLink>
    );
  }
  if (action === 'rollback' || !changed.includes(state)) {
    return null;
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
      {rollback?.url && (
        <ExternalLink href={rollback.url}>the rollback in Git</ExternalLink>
      )}
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
