import { KubernetesObject } from '../../types';
import { groupOf } from '../resources/refOf';
import { Application } from './applicationStatus';
import { before, timestamp } from './conditions';

/** Who asked for a sync, and of what. */
export interface SyncOperation {
  initiatedBy: { username?: string; automated?: boolean };
  sync: { revision: string; prune?: boolean; autoHealAttemptsCount?: number };
}

/** While an Application syncs. */
export function runningOperation(operation: SyncOperation, moment: Date) {
  return {
    operationState: {
      phase: 'Running',
      message: 'waiting for completion of sync',
      operation,
      startedAt: timestamp(moment),
      retryCount: 0,
    },
  };
}

/** After a sync that could not apply everything. */
export function failedOperation(
  operation: SyncOperation,
  message: string,
  moment: Date,
) {
  return {
    operationState: {
      phase: 'Failed',
      message: `one or more objects failed to apply, reason: ${message}`,
      operation,
      startedAt: timestamp(before(moment, 2)),
      finishedAt: timestamp(moment),
      retryCount: 0,
    },
  };
}

/** After it synced: the operation's end, and one more entry of history. */
export function succeededOperation(
  live: Application,
  operation: SyncOperation,
  manifests: readonly KubernetesObject[],
  moment: Date,
) {
  const { revision } = operation.sync;
  const startedAt = timestamp(before(moment, 2));
  const history = live.status?.history ?? [];
  return {
    operationState: {
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      operation,
      startedAt,
      finishedAt: timestamp(moment),
      retryCount: 0,
      syncResult: {
        revision,
        source: live.spec.source,
        resources: manifests.map(({ apiVersion, kind, metadata }) => ({
          group: groupOf(apiVersion),
          version: apiVersion.split('/').pop(),
          kind,
          namespace: metadata.namespace ?? '',
          name: metadata.name,
          status: 'Synced',
          message: `${kind.toLowerCase()}/${metadata.name} serverside-applied`,
          hookPhase: 'Running',
          syncPhase: 'Sync',
        })),
      },
    },
    history: [
      ...history,
      {
        id: (history.at(-1)?.id ?? -1) + 1,
        revision,
        source: live.spec.source,
        deployStartedAt: startedAt,
        deployedAt: timestamp(moment),
        initiatedBy: operation.initiatedBy,
      },
    ].slice(-10),
  };
}
