import type {
  AuditorService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  fleetApplicationReconcilePermission,
  fleetApplicationSuspendPermission,
  type ActionResult,
  type Application,
  type ApplicationAction,
  type BulkResult,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Request } from 'express';
import limiter from 'p-limit';
import type { ClusterConnections } from '../kubernetes/ClusterConnections';
import type { FleetPermissions } from '../permissions/FleetPermissions';
import type { ClusterPolling } from '../polling/ClusterPolling';
import type { Access, Filter, FleetQueryStore } from '../store/FleetQueryStore';
import { applyCommand } from './applyCommand';
import { actionResult } from './actionResult';
import { previewCommand } from './previewCommand';
import { requesterOf } from './requesterOf';

const MAX_AT_ONCE = 200;
const CONCURRENCY = 10;

const permissionOf = {
  reconcile: fleetApplicationReconcilePermission,
  suspend: fleetApplicationSuspendPermission,
  resume: fleetApplicationSuspendPermission,
};

/** Who asks, and in which HTTP request where there is one. */
export interface CommandCaller {
  credentials: BackstageCredentials;
  request?: Request;
}

export interface ApplicationCommandsOptions {
  store: FleetQueryStore;
  permissions: FleetPermissions;
  connections: ClusterConnections;
  engines: readonly Engine[];
  polling: ClusterPolling;
  auditor: AuditorService;
  logger: LoggerService;
}

/** Reconciles, suspends and resumes applications on their clusters: each allowed, audited and then polled. */
export class ApplicationCommands {
  static create(options: ApplicationCommandsOptions): ApplicationCommands {
    return new ApplicationCommands(options);
  }

  private constructor(private readonly options: ApplicationCommandsOptions) {}

  /** Throws NotFoundError when the caller may not see the application, NotAllowedError when only the action is denied. */
  async act(
    caller: CommandCaller,
    id: string,
    action: ApplicationAction,
  ): Promise<ActionResult> {
    const { store, permissions } = this.options;
    const access = await permissions.accessOf(caller.credentials);
    const detail = await store.getApplication(id, access);
    if (!detail) {
      throw new NotFoundError(`No application ${id}`);
    }
    const [allowed] = await this.allowed(caller, access, action, [id]);
    if (!allowed) {
      throw new NotAllowedError(denied(detail.application, action));
    }
    return this.actAllowed(caller, detail.application, access, action);
  }

  /** Each application has its own result; one that fails does not keep the others from it. */
  async actOnAll(
    caller: CommandCaller,
    action: ApplicationAction,
    options: { filter: Filter; text?: string; preview: boolean },
  ): Promise<BulkResult> {
    const { store, permissions } = this.options;
    const { filter, text, preview } = options;
    const access = await permissions.accessOf(caller.credentials);
    const found = await store.listApplications({
      access,
      filter,
      text,
      limit: MAX_AT_ONCE,
    });
    if (found.totalItems > MAX_AT_ONCE) {
      throw new InputError(
        `The filter finds ${found.totalItems} applications, and at most ${MAX_AT_ONCE} can be acted on at once: narrow the filter.`,
      );
    }
    const ids = found.items.map(({ id }) => id);
    const allowed = new Set(await this.allowed(caller, access, action, ids));
    const limit = limiter(CONCURRENCY);
    const items = await Promise.all(
      found.items.map(application =>
        limit(async () => {
          if (!allowed.has(application.id)) {
            return actionResult(
              application,
              'refused',
              denied(application, action),
            );
          }
          return preview
            ? previewCommand(action, application)
            : this.actAllowed(caller, application, access, action);
        }),
      ),
    );
    return { items, totalItems: found.totalItems, preview };
  }

  private async allowed(
    { credentials }: CommandCaller,
    access: Access,
    action: ApplicationAction,
    ids: string[],
  ): Promise<string[]> {
    const { store, permissions } = this.options;
    const narrowed = await permissions.narrowApplications(
      credentials,
      access,
      permissionOf[action],
    );
    return store.filterApplications(ids, narrowed);
  }

  private async actAllowed(
    { credentials, request }: CommandCaller,
    application: Application,
    access: Access,
    action: ApplicationAction,
  ): Promise<ActionResult> {
    const { auditor, store, polling, logger } = this.options;
    const { id, cluster, kind, namespace, name } = application;
    const requestedBy = requesterOf(credentials);
    const event = await auditor.createEvent({
      eventId: 'application-command',
      severityLevel: 'medium',
      request,
      meta: { action, id, cluster, kind, namespace, name, requestedBy },
    });
    const detail = await store.getApplication(id, access);
    const result = await applyCommand({
      ...this.options,
      application,
      sources: detail?.sourceObjects ?? [],
      action,
      requestedBy,
    });
    if (result.outcome === 'failed') {
      await event.fail({ error: new Error(result.message) });
      return result;
    }
    await event.success({ meta: { outcome: result.outcome } });
    if (result.outcome === 'done') {
      polling.refresh(cluster).catch(error => {
        logger.warn(`Cluster ${cluster} was changed but not polled: ${error}`);
      });
    }
    return result;
  }
}

function denied(application: Application, action: ApplicationAction): string {
  const { kind, name } = application;
  return `You may not ${action} ${kind} ${name}: permission ${permissionOf[action].name} is needed.`;
}
