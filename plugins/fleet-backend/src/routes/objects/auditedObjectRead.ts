import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { fleetObjectReadPermission } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Request } from 'express';
import type { FleetPermissions } from '../../permissions/FleetPermissions';
import type { Access } from '../../store/FleetQueryStore';
import type { RouteContext } from '../RouteContext';
import type { ObjectPath } from './parseObjectPath';

/** What reading a live object takes. */
export interface ObjectReadContext extends RouteContext {
  permissions: FleetPermissions;
  auditor: AuditorService;
}

/**
 * Reads a live object if an application deploys it whose objects the caller may read, and has it audited. Clusters are asked with the
 * service's own credentials; therefore only then.
 */
export async function auditedObjectRead<T>(
  { callerOf, store, permissions, auditor }: ObjectReadContext,
  options: { eventId: string; request: Request; path: ObjectPath },
  read: (applicationId: string, readable: Access) => Promise<T>,
): Promise<T> {
  const { eventId, request, path } = options;
  const { credentials, access } = await callerOf(request);
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    request,
    meta: { ...path },
  });
  try {
    const readable = await permissions.narrowApplications(
      credentials,
      access,
      fleetObjectReadPermission,
    );
    const applicationId = await store.findOwningApplication(path, readable);
    if (!applicationId) {
      throw new NotFoundError(
        `No application whose objects you may read deploys it; permission ${fleetObjectReadPermission.name} is needed on the application`,
      );
    }
    const result = await read(applicationId, readable);
    await event.success({ meta: { applicationId } });
    return result;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
