import {
  type ApplicationAction,
  type BulkResult,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  actionWords,
  ConfirmDialog,
  ErrorNotice,
  fleetApiRef,
  Stack,
  useAttempt,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { BulkOutcome } from './BulkOutcome';
import { BulkPreview } from './BulkPreview';

const actions: ApplicationAction[] = ['reconcile', 'suspend', 'resume'];

/** Reconcile, suspend or resume everything that the filters find, after showing what that is. */
export function BulkActions(props: {
  filter?: string[];
  text?: string;
  total: number;
  onDone(): Promise<void>;
}) {
  const { filter, text, total, onDone } = props;
  const api = useApi(fleetApiRef);
  const [planned, setPlanned] = useState<{
    action: ApplicationAction;
    preview: BulkResult;
  }>();
  const [result, setResult] = useState<BulkResult>();
  const { error, attempt } = useAttempt();

  async function plan(action: ApplicationAction) {
    setResult(undefined);
    await attempt(async () => {
      const preview = await api.actOnApplications(action, {
        filter: filter ?? [],
        text,
        preview: true,
      });
      setPlanned({ action, preview });
    });
  }

  async function act(action: ApplicationAction) {
    setResult(
      await api.actOnApplications(action, {
        filter: filter ?? [],
        text,
        preview: false,
      }),
    );
    await onDone();
  }

  const words = planned && actionWords(planned.action);

  return (
    <Stack gap={1} align="end">
      <Stack direction="row" gap={1} wrap>
        {actions.map(action => (
          <ActionButton
            key={action}
            icon={action}
            size="small"
            disabledReason={reasonAgainst(filter, total)}
            onClick={() => plan(action)}
          >
            {`${actionWords(action).title} all ${total}…`}
          </ActionButton>
        ))}
      </Stack>
      {error && <ErrorNotice error={error} what="the preview" />}
      {result && <BulkOutcome result={result} />}
      {planned && words && (
        <ConfirmDialog
          open
          title={`${words.title} ${acceptedOf(planned.preview).length} of ${
            planned.preview.totalItems
          } applications?`}
          effect={
            <BulkPreview effect={words.effect} preview={planned.preview} />
          }
          targets={acceptedOf(planned.preview).map(({ title }) => title)}
          undo={words.undo}
          confirmTitle={words.title}
          dangerous={planned.action === 'suspend'}
          onConfirm={() => act(planned.action)}
          onClose={() => setPlanned(undefined)}
        />
      )}
    </Stack>
  );
}

function reasonAgainst(filter: string[] | undefined, total: number) {
  if (!filter?.length) {
    return 'Filter first: the whole fleet at once is more than anybody means';
  }
  return total === 0 ? 'No application matches' : undefined;
}

function acceptedOf(preview: BulkResult) {
  return preview.items.filter(item => item.outcome === 'preview');
}
