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
  useFleet,
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
  const isOffered = drift.kind === 'override' && drift.to !== undefined;
  const notAllowed = reasonAgainst(
    permission,
    fleetApplicationPromotePermission,
  );
  const { value, error } = useFleet(
    (api, signal) => api.adoptability(drift.id, { signal }),
    [drift.id],
    { pause: !isOffered || notAllowed !== undefined },
  );
  if (!isOffered) {
    return null;
  }
  const title = 'Adopt into Git…';
  const asked = value
    ? value.whyNot
    : error?.message ?? 'Asking whether Git can say it';
  const blocked = notAllowed ?? asked;
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
