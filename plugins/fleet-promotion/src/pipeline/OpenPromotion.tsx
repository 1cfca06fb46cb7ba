import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ExternalLink,
  InternalLink,
  Muted,
  PromotionBadge,
  Stack,
  TimedText,
  WaitsFor,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePromotionPaths } from '../usePromotionPaths';

/** The promotion that is on its way into a stage. */
export function OpenPromotion(props: { promotion: Promotion }) {
  const { id, state, action, version, summary, waitsFor, pullRequest } =
    props.promotion;
  const paths = usePromotionPaths();
  const what = action === 'rollback' ? 'Rollback' : 'Promotion';
  return (
    <Stack gap={0.25}>
      <Stack direction="row" gap={1} align="center" wrap>
        <PromotionBadge state={state} />
        <InternalLink to={paths.promotion(id)}>
          {version ? `${what} to ${version}` : what}
        </InternalLink>
        {pullRequest && (
          <ExternalLink href={pullRequest.url}>
            #{pullRequest.number}
          </ExternalLink>
        )}
      </Stack>
      <Muted>
        <TimedText text={summary} />
      </Muted>
      {waitsFor.length > 0 && (
        <Muted>
          by <WaitsFor who={waitsFor} />
        </Muted>
      )}
    </Stack>
  );
}
