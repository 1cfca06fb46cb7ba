import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionsOf } from '../conditionOf';
import { explain } from '../explain';
import { fieldsOf, textOf, timeOf, type Fields } from '../fields';
import type { Health } from '../recordOf';
import { stateOfHealth } from './stateOfHealth';

const wordsByError = new Map([
  ['ComparisonError', 'cannot compare with Git'],
  ['InvalidSpecError', 'its spec is wrong'],
  ['SyncError', 'cannot sync'],
  ['DeletionError', 'cannot be deleted'],
]);

const wordsByHealth = new Map<string | undefined, string>([
  ['Degraded', 'what it deploys is degraded'],
  ['Missing', 'what it deploys is missing'],
  ['Progressing', 'what it deploys is starting'],
  ['Suspended', 'what it deploys is suspended'],
]);

/** How an Application is: its errors, its last sync, its health and whether it agrees with Git, in that order. */
export function applicationHealth(object: KubernetesObject): Health {
  const { deletionTimestamp } = object.metadata;
  if (deletionTimestamp) {
    return {
      state: 'progressing',
      summary: 'is being deleted',
      since: timeOf(deletionTimestamp),
    };
  }
  const status = fieldsOf(object.status);
  return errorOf(status) ?? operationHealth(status) ?? comparedHealth(status);
}

/** Of its conditions Argo CD calls those errors whose type ends so; the others warn. */
function errorOf(status: Fields): Health | undefined {
  const error = conditionsOf(status).find(({ type }) => type.endsWith('Error'));
  return (
    error && {
      state: 'failing',
      summary: explain(
        wordsByError.get(error.type) ?? 'reports an error',
        error.message,
      ),
      reason: error.type,
      message: error.message,
      since: error.since,
    }
  );
}

function operationHealth(status: Fields): Health | undefined {
  const operation = fieldsOf(status.operationState);
  const message = textOf(operation.message);
  if (operation.phase === 'Failed' || operation.phase === 'Error') {
    return {
      state: 'failing',
      summary: explain('its last sync failed', message),
      reason: operation.phase,
      message,
      since: timeOf(operation.finishedAt),
    };
  }
  const hydration = fieldsOf(fieldsOf(status.sourceHydrator).currentOperation);
  if (hydration.phase === 'Failed') {
    return {
      state: 'failing',
      summary: explain('cannot hydrate', textOf(hydration.message)),
      reason: 'Failed',
      message: textOf(hydration.message),
      since: timeOf(hydration.finishedAt),
    };
  }
  const isRunning =
    operation.phase === 'Running' || operation.phase === 'Terminating';
  return isRunning && fieldsOf(status.health).status !== 'Degraded'
    ? {
        state: 'progressing',
        summary: explain('is being synced', message),
        reason: textOf(operation.phase),
        message,
        since: timeOf(operation.startedAt),
      }
    : undefined;
}

function comparedHealth(status: Fields): Health {
  const health = fieldsOf(status.health);
  const sync = textOf(fieldsOf(status.sync).status);
  const reason = textOf(health.status);
  const message = textOf(health.message);
  const told = {
    reason,
    message,
    since:
      timeOf(health.lastTransitionTime) ??
      timeOf(fieldsOf(status.operationState).finishedAt),
  };
  if (reason === 'Healthy') {
    return healthyHealth(sync, told);
  }
  const words = wordsByHealth.get(reason);
  if (words) {
    return {
      state: stateOfHealth(reason) ?? 'unknown',
      summary: explain(words, message),
      ...told,
    };
  }
  return sync
    ? { state: 'unknown', summary: 'its health is not known', ...told }
    : { state: 'unknown', summary: 'never compared with Git' };
}

function healthyHealth(
  sync: string | undefined,
  told: Pick<Health, 'message' | 'since'>,
): Health {
  if (sync === 'Synced') {
    return { state: 'healthy', summary: 'synced and healthy', ...told };
  }
  return sync === 'OutOfSync'
    ? {
        state: 'degraded',
        summary: 'differs from Git',
        reason: sync,
        message: told.message,
      }
    : {
        state: 'unknown',
        summary: 'not known whether it agrees with Git',
        reason: sync,
        message: told.message,
      };
}
