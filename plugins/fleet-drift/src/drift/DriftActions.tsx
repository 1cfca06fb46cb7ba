import {
  fleetDriftAcknowledgePermission,
  type Application,
  type ApplicationAction,
  type Drift,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  ApplicationActions,
  ExternalLink,
  reasonAgainst,
  Stack,
  useFleetPermission,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';
import { AdoptIntoGit } from './AdoptIntoGit';
import { MarkDialog, type MarkVerb } from './MarkDialog';

/** The ways out of a drift that is there. */
export function DriftActions(props: {
  drift: Drift;
  application?: Application;
  onDone(): Promise<void>;
}) {
  const { drift, application, onDone } = props;
  const permission = useFleetPermission(
    fleetDriftAcknowledgePermission,
    drift.application?.id,
  );
  const [asked, setAsked] = useState<MarkVerb>();

  if (drift.endedAt) {
    return null;
  }
  // What is of no application cannot be asked for beforehand: the backend answers.
  const blocked =
    drift.application &&
    reasonAgainst(permission, fleetDriftAcknowledgePermission);

  return (
    <Stack direction="row" gap={1} align="center" wrap>
      {application && (
        <ApplicationActions
          application={application}
          offer={[wayOut(drift, application)]}
          onDone={onDone}
        />
      )}
      <ActionButton
        size="small"
        disabledReason={blocked}
        onClick={() => setAsked('acknowledge')}
      >
        Acknowledge…
      </ActionButton>
      <ActionButton
        size="small"
        disabledReason={blocked}
        onClick={() => setAsked('mute')}
      >
        Mute…
      </ActionButton>
      {application && <AdoptIntoGit drift={drift} application={application} />}
      <FileInGit application={application} />
      {asked && (
        <MarkDialog
          verb={asked}
          drift={drift}
          onDone={onDone}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Stack>
  );
}

/** Where what should stay is to be written, or what is wrong to be mended. */
function FileInGit(props: { application?: Application }) {
  const href = props.application?.sources
    .map(({ link, url }) => link ?? url)
    .find(Boolean);
  return href ? <ExternalLink href={href}>Open in Git</ExternalLink> : null;
}

/** To reconcile what is halted does nothing: it is resumed. */
function wayOut(drift: Drift, application: Application): ApplicationAction {
  const { suspended, automated } = application;
  return suspended || (drift.kind === 'frozen' && !automated)
    ? 'resume'
    : 'reconcile';
}
