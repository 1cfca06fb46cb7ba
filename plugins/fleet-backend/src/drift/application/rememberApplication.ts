import type {
  ApplicationDriftInput,
  ApplicationDriftMemory,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { appliedOf } from '../kustomization/appliedOf';

/** What is to be remembered of an application for the records that come after it; nothing where it tells all by itself. */
export function rememberApplication(
  input: ApplicationDriftInput,
): ApplicationDriftMemory | undefined {
  const remembered = {
    ...syncOf(input),
    ...specOf(input),
    ...appliedOf(input.application, input.memory),
  };
  return Object.values(remembered).some(value => value !== undefined)
    ? remembered
    : undefined;
}

function syncOf({
  application: { sync, drift },
  memory,
  now,
}: ApplicationDriftInput): ApplicationDriftMemory {
  switch (sync) {
    case undefined:
      return {};
    case 'Synced':
      return { syncedRevision: drift?.syncRevision };
    case 'OutOfSync':
      return {
        syncedRevision: memory?.syncedRevision,
        outOfSyncSince: memory?.outOfSyncSince ?? now,
        outOfSyncRevision: memory?.outOfSyncRevision ?? drift?.syncRevision,
      };
    default:
      // It is not known at present, so nothing has changed.
      return {
        syncedRevision: memory?.syncedRevision,
        outOfSyncSince: memory?.outOfSyncSince,
        outOfSyncRevision: memory?.outOfSyncRevision,
      };
  }
}

function specOf({
  application: { suspended, drift },
  memory,
  now,
}: ApplicationDriftInput): ApplicationDriftMemory {
  const { generation, observedGeneration } = drift ?? {};
  const isUnobserved =
    !suspended &&
    generation !== undefined &&
    observedGeneration !== undefined &&
    observedGeneration < generation;
  return isUnobserved
    ? { unobservedSince: memory?.unobservedSince ?? now }
    : {};
}
