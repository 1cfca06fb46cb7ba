import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  fleetClaimObjectReadPermission,
  fleetObjectReadPermission,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Request } from 'express';
import type { FleetPermissions } from '../../permissions/FleetPermissions';
import type { FleetClaimStore } from '../../store/FleetClaimStore';
import type { Access, FleetQueryStore } from '../../store/FleetQueryStore';
import type { RouteContext } from '../RouteContext';
import type { ObjectPath } from './parseObjectPath';

/** What reading a live object takes. */
export interface ObjectReadContext extends RouteContext {
  store: FleetQueryStore & {
    readonly claims: Pick<FleetClaimStore, 'findOwner'>;
  };
  permissions: FleetPermissions;
  auditor: AuditorService;
}

/** What an object belongs to whose objects the caller may read: an application, or else a claim. */
export interface ObjectOwner {
  applicationId?: string;
  claimId?: string;
  /** What the caller sees, narrowed to applications whose objects they may read. */
  readable: Access;
}

/**
 * Reads a live object if an application or a claim has it whose objects the caller may read, and has it audited. Clusters are asked with the
 * service's own credentials; therefore only then.
 */
export async function auditedObjectRead<T>(
  context: ObjectReadContext,
  options: { eventId: string; request: Request; path: ObjectPath },
  read: (owner: ObjectOwner) => Promise<T>,
): Promise<T> {
  const { eventId, request, path } = options;
  const event = await context.auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    request,
    meta: { ...path },
  });
  try {
    const owner = await findOwner(context, request, path);
    const result = await read(owner);
    const { applicationId, claimId } = owner;
    await event.success({
      meta: applicationId ? { applicationId } : { claimId: claimId ?? '' },
    });
    return result;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}

async function findOwner(
  { callerOf, store, permissions }: ObjectReadContext,
  request: Request,
  path: ObjectPath,
): Promise<ObjectOwner> {
  const { credentials, access } = await callerOf(request);
  const readable = await permissions.narrowApplications(
    credentials,
    access,
    fleetObjectReadPermission,
  );
  const applicationId = await store.findOwningApplication(path, readable);
  if (applicationId) {
    return { applicationId, readable };
  }
  const claimId = await store.claims.findOwner(
    path,
    await permissions.narrowClaims(
      credentials,
      access,
      fleetClaimObjectReadPermission,
    ),
  );
  if (claimId) {
    return { claimId, readable };
  }
  throw new NotFoundError(
    `No application or claim whose objects you may read has it; permission ${fleetObjectReadPermission.name} is needed on the application, or ${fleetClaimObjectReadPermission.name} on the claim`,
  );
}
