import type { PromotionRequest } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ErrorNotice,
  Muted,
  PromotionPlanView,
  Skeleton,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useEffect } from 'react';
import { textAt } from '../shared/valueAt';
import type { FleetPromotionPreviewSchema } from './schema';

/** What would move, and how the gates stand, before the form is sent, and sent along, so that nothing else is made. */
export function FleetPromotionPreview(
  props: typeof FleetPromotionPreviewSchema.TProps,
) {
  const {
    action = 'promote',
    pipelineField = 'pipelineId',
    stageField = 'stage',
    fromField = 'from',
    revisionField = 'revision',
  } = props.uiSchema['ui:options'] ?? {};
  const valueOf = (field: string) => textAt(props.formContext?.formData, field);
  const pipelineId = valueOf(pipelineField);
  const stage = valueOf(stageField);
  if (!pipelineId || !stage) {
    return (
      <Muted>
        What would move is shown here, once it is known what and where.
      </Muted>
    );
  }
  const [from, revision] = [valueOf(fromField), valueOf(revisionField)];
  const request: PromotionRequest = {
    action,
    pipelineId,
    stage,
    ...(action === 'promote' && from && { from }),
    ...(action === 'rollback' && revision && { revision }),
  };
  // What was planned for another choice is not shown while this one loads.
  return (
    <Preview
      key={JSON.stringify(request)}
      request={request}
      noted={props.formData ?? []}
      onShown={props.onChange}
    />
  );
}

function Preview(props: {
  request: PromotionRequest;
  /** What the form has of what was shown. */
  noted: string[];
  onShown(moves: string[]): void;
}) {
  const { request, noted, onShown } = props;
  const { value, error, refresh } = useFleet(
    (api, signal) => api.promotions.plan(request, { signal }),
    [],
    { once: true },
  );
  const shown = value?.moves.map(({ summary }) => summary) ?? [];
  const isNoted = JSON.stringify(shown) === JSON.stringify(noted);
  useEffect(() => {
    if (!isNoted) {
      onShown(shown);
    }
  });
  if (error) {
    return (
      <ErrorNotice error={error} what="what would move" onRetry={refresh} />
    );
  }
  return value ? (
    <PromotionPlanView
      plan={value}
      linkTo={id => `/fleet/promotions/${encodeURIComponent(id)}`}
    />
  ) : (
    <Skeleton rows={4} label="Reading what would move" />
  );
}
