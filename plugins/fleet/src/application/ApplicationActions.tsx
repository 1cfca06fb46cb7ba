import {
  fleetApplicationReconcilePermission,
  fleetApplicationSuspendPermission,
  type ActionResult,
  type Application,
  type ApplicationAction,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  ConfirmDialog,
  fleetApiRef,
  Notice,
  Stack,
  useFleetPermission,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';
import { actionWords } from './actionWords';

/** The buttons of one application: those that need no Git. */
export function ApplicationActions(props: {
  application: Application;
  onDone(): Promise<void>;
}) {
  const { application, onDone } = props;
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

  const toggle = application.suspended ? 'resume' : 'suspend';
  const words = asked && actionWords(asked, application.engine);

  return (
    <Stack gap={1}>
      <Stack direction="row" gap={1} wrap>
        <ActionButton
          icon="reconcile"
          size="small"
          disabledReason={reasonAgainst(
            reconcile,
            fleetApplicationReconcilePermission.name,
          )}
          onClick={() => setAsked('reconcile')}
        >
          Reconcile…
        </ActionButton>
        <ActionButton
          icon={toggle}
          size="small"
          disabledReason={reasonAgainst(
            suspend,
            fleetApplicationSuspendPermission.name,
          )}
          onClick={() => setAsked(toggle)}
        >
          {`${actionWords(toggle).title}…`}
        </ActionButton>
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

function reasonAgainst(
  permission: { allowed: boolean; loading: boolean },
  name: string,
) {
  if (permission.loading) {
    return 'Asking whether you may';
  }
  return permission.allowed ? undefined : `You need the permission ${name}`;
}
