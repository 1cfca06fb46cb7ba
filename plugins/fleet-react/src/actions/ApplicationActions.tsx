import { useApi } from '@backstage/core-plugin-api';
import {
  fleetApplicationReconcilePermission,
  fleetApplicationSuspendPermission,
  type ActionResult,
  type Application,
  type ApplicationAction,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { useState } from 'react';
import { fleetApiRef } from '../api/fleetApiRef';
import { useFleetPermission } from '../hooks/useFleetPermission';
import { Stack } from '../layout/Stack';
import { Notice } from '../notices/Notice';
import { ActionButton } from './ActionButton';
import { actionWords } from './actionWords';
import { ConfirmDialog } from './ConfirmDialog';
import { reasonAgainst } from './reasonAgainst';

/** Props of {@link ApplicationActions}. @public */
export interface ApplicationActionsProps {
  application: Application;
  /** Which buttons; to reconcile, and to suspend or resume, when absent. */
  offer?: readonly ApplicationAction[];
  onDone(): Promise<void>;
}

/**
 * The buttons of one application: those that need no Git.
 *
 * @public
 */
export function ApplicationActions(props: ApplicationActionsProps) {
  const { application, onDone } = props;
  const {
    offer = ['reconcile', application.suspended ? 'resume' : 'suspend'],
  } = props;
  const api = useApi(fleetApiRef);
  const reconcile = useFleetPermission(
    fleetApplicationReconcilePermission,
    application.id,
  );
  const suspend = useFleetPermission(
    fleetApplicationSuspendPermission,
    application.id,
  );
  const [asked, setAsked] = useState<ApplicationAction>();
  const [result, setResult] = useState<ActionResult>();

  async function act(action: ApplicationAction) {
    const answer = await api.actOnApplication(application.id, action);
    setResult(answer);
    await onDone();
  }

  const words = asked && actionWords(asked, application.engine);

  return (
    <Stack gap={1}>
      <Stack direction="row" gap={1} wrap>
        {offer.map(action => (
          <ActionButton
            key={action}
            icon={action}
            size="small"
            disabledReason={
              action === 'reconcile'
                ? reasonAgainst(reconcile, fleetApplicationReconcilePermission)
                : reasonAgainst(suspend, fleetApplicationSuspendPermission)
            }
            onClick={() => setAsked(action)}
          >
            {`${actionWords(action).title}…`}
          </ActionButton>
        ))}
      </Stack>
      {result && (
        <Notice
          severity={result.outcome === 'done' ? 'success' : 'error'}
          title={result.message}
        >
          {result.warnings.join(' ')}
        </Notice>
      )}
      {asked && words && (
        <ConfirmDialog
          open
          title={`${words.title} ${application.name}?`}
          effect={
            application.managedBy && asked !== 'reconcile'
              ? `${words.effect} ${application.managedBy} manages this object and may put it back.`
              : words.effect
          }
          targets={[`${application.name} on ${application.cluster}`]}
          undo={words.undo}
          confirmTitle={words.title}
          dangerous={asked === 'suspend'}
          onConfirm={() => act(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Stack>
  );
}
