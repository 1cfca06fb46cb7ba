import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  fleetApplicationPromotePermission,
  type Application,
  type Drift,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  LinkButton,
  reasonAgainst,
  useFleetPermission,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { templateRouteRef } from '../routes';

const templateName = 'adopt';

/** Opens the form of the template that has Git say what somebody set live. */
export function AdoptIntoGit(props: {
  drift: Drift;
  application: Application;
}) {
  const { drift, application } = props;
  const permission = useFleetPermission(
    fleetApplicationPromotePermission,
    application.id,
  );
  const path =
    useRouteRef(templateRouteRef)?.({ namespace: 'default', templateName }) ??
    `/create/templates/default/${templateName}`;
  const isPossible =
    drift.kind === 'override' &&
    drift.to !== undefined &&
    application.sources[0]?.type === 'git';
  if (!isPossible) {
    return null;
  }
  const title = 'Adopt into Git…';
  const blocked = reasonAgainst(permission, fleetApplicationPromotePermission);
  return blocked === undefined ? (
    <LinkButton
      size="small"
      to={`${path}?${new URLSearchParams({
        formData: JSON.stringify({ driftId: drift.id }),
      })}`}
    >
      {title}
    </LinkButton>
  ) : (
    <ActionButton size="small" disabledReason={blocked} onClick={() => {}}>
      {title}
    </ActionButton>
  );
}
