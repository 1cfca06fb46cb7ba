import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  toError,
} from '@backstage/errors';
import {
  fleetDriftAcknowledgePermission,
  type DriftMark,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Request, Router } from 'express';
import { requesterOf } from '../commands/requesterOf';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { FleetPermissions } from '../permissions/FleetPermissions';
import type { FleetDriftStore } from '../store/FleetDriftStore';
import type { CallerOf } from './createCallerOf';
import { sumEntities } from './entities/sumEntities';
import { parseListQuery } from './parseListQuery';

export interface DriftRouteOptions {
  auditor: AuditorService;
  callerOf: CallerOf;
  catalog: CatalogService;
  permissions: FleetPermissions;
  store: FleetDriftStore;
}

const verbs = ['acknowledge', 'mute'] as const;
type Verb = (typeof verbs)[number];

/** The ledger of drift, and what people say of it. */
export function addDriftRoutes(
  router: Router,
  options: DriftRouteOptions,
): void {
  const { callerOf, catalog, store } = options;

  router.get('/drifts', async (request, response) => {
    const { access, credentials } = await callerOf(request);
    const query = parseListQuery(request.query);
    const filter = await sumEntities(query.filter, { catalog, credentials });
    response.json(await store.listDrifts({ ...query, filter, access }));
  });

  for (const verb of verbs) {
    router.post(`/drifts/:id/${verb}`, async (request, response) => {
      response.json(await mark(options, request, verb));
    });
  }
}

async function mark(options: DriftRouteOptions, request: Request, verb: Verb) {
  const { auditor, callerOf, permissions, store } = options;
  const { id } = request.params;
  const { credentials, access } = await callerOf(request);
  const drift = await store.getDrift(id, access);
  if (!drift) {
    throw new NotFoundError(
      `There is no drift ${JSON.stringify(id)} that you may see`,
    );
  }
  const event = await auditor.createEvent({
    eventId: 'drift-mark',
    request,
    severityLevel: 'medium',
    meta: { drift: id, actionType: verb },
  });
  try {
    const allowed = await permissions.narrowApplications(
      credentials,
      access,
      fleetDriftAcknowledgePermission,
    );
    // What is of no application is for those who may do it to all.
    const may = drift.application
      ? await store.getDrift(id, allowed)
      : allowed.applications === true;
    if (!may) {
      throw new NotAllowedError(
        `You may not ${verb} this drift: it needs the permission ${fleetDriftAcknowledgePermission.name}`,
      );
    }
    await store.markDrift(id, markOf(credentials, request.body, verb));
    await event.success();
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
  return store.getDrift(id, access);
}

function markOf(
  credentials: BackstageCredentials,
  body: { reason: string; until?: string },
  verb: Verb,
) {
  const now = new Date().toISOString();
  const { reason, until } = body;
  if (verb === 'mute' && (!until || new Date(until).toISOString() <= now)) {
    throw new InputError('until has to be a time to come: a mute ends');
  }
  const said: DriftMark = {
    by: requesterOf(credentials),
    at: now,
    reason,
  };
  return verb === 'mute'
    ? { muted: { ...said, until: until && new Date(until).toISOString() } }
    : { acknowledged: said };
}
