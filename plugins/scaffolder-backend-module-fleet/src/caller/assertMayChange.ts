import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  fleetClaimChangePermission,
  type Claim,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** Throws NotAllowedError unless the person who started the task may change the claim. */
export async function assertMayChange(
  context: Pick<ActionContext<JsonObject>, 'getInitiatorCredentials'>,
  { permissions }: { permissions: PermissionsService },
  claim: Claim,
): Promise<void> {
  const [decision] = await permissions.authorize(
    [{ permission: fleetClaimChangePermission, resourceRef: claim.id }],
    { credentials: await context.getInitiatorCredentials() },
  );
  if (decision.result !== 'ALLOW') {
    throw new NotAllowedError(
      `You may not change ${claim.kind} ${claim.name}: the permission ${fleetClaimChangePermission.name} is missing for it`,
    );
  }
}
