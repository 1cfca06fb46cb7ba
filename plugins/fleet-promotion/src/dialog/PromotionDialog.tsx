import { useApiHolder } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import type { PromotionRequest } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  Dialog,
  ErrorNotice,
  Notice,
  PromotionPlanView,
  Skeleton,
  Stack,
  TextInput,
  useAttempt,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';
import { usePromotionPaths } from '../usePromotionPaths';
import { reasonAgainstOpening } from './reasonAgainstOpening';
import { TemplateRun } from './TemplateRun';

/** The templates that make what the dialog shows. */
const templates = { promote: 'promotion', rollback: 'rollback' } as const;

/** What will move, before anything is made; then the template that opens the pull request, followed to its end. */
export function PromotionDialog(props: {
  request: PromotionRequest;
  title: string;
  onClose(): void;
  onDone(): void;
}) {
  const { request, title, onClose, onDone } = props;
  const { action, ...values } = request;
  const paths = usePromotionPaths();
  const scaffolder = useApiHolder().get(scaffolderApiRef);
  const [reason, setReason] = useState('');
  const [taskId, setTaskId] = useState<string>();
  const { error: refusal, attempt } = useAttempt();
  const {
    value: plan,
    error,
    refresh,
  } = useFleet(
    (api, signal) => api.promotions.plan(request, { signal }),
    [JSON.stringify(request)],
    { once: true },
  );

  const start = () =>
    attempt(async () => {
      const run = await scaffolder?.scaffold({
        templateRef: `template:default/${templates[action]}`,
        values: {
          ...values,
          ...(reason.trim() && { reason: reason.trim() }),
          preview: plan?.moves.map(({ summary }) => summary) ?? [],
        },
      });
      setTaskId(run?.taskId);
    });

  return (
    <Dialog
      title={title}
      onClose={onClose}
      closeTitle={taskId ? 'Close' : 'Cancel'}
      actions={
        !taskId && (
          <ActionButton
            primary
            disabledReason={reasonAgainstOpening({ plan, error, scaffolder })}
            onClick={start}
          >
            Open pull request
          </ActionButton>
        )
      }
    >
      <Stack>
        {taskId && <TemplateRun taskId={taskId} onDone={onDone} />}
        {refusal && (
          <Notice severity="error" title="The template was not started">
            {refusal.message}
          </Notice>
        )}
        {error && (
          <ErrorNotice error={error} what="the plan" onRetry={refresh} />
        )}
        {!plan && !error && (
          <Skeleton rows={6} label="Reading what would move" />
        )}
        {plan && !taskId && (
          <>
            <PromotionPlanView plan={plan} linkTo={paths.promotion} />
            {!plan.nothing && (
              <TextInput
                label="Why"
                value={reason}
                onChange={setReason}
                help="For who reviews the pull request."
                maxLength={1000}
                optional
              />
            )}
          </>
        )}
      </Stack>
    </Dialog>
  );
}
