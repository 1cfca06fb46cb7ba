import type { JsonObject } from '@backstage/types';
import type { CommandSubject } from '../Command';

/** On an Application: what `spec.syncPolicy.automated` was before it was suspended, as JSON. */
export const AUTOMATED_BEFORE = 'fleetcommander.io/automated-before';

/** `spec.syncPolicy.automated` of the live object. */
export function automatedOf({ object }: CommandSubject) {
  const spec = object?.spec as
    | { syncPolicy?: { automated?: JsonObject } }
    | undefined;
  return spec?.syncPolicy?.automated;
}

/** Whether Argo CD syncs by itself. What the object says now counts; the record may be a poll old. */
export function isAutomated(subject: CommandSubject): boolean {
  if (!subject.object) {
    return subject.application.automated;
  }
  const automated = automatedOf(subject);
  return Boolean(automated) && automated?.enabled !== false;
}

/** What to restore; `undefined` when nobody remembered it. */
export function automatedBefore({
  object,
}: CommandSubject): JsonObject | undefined {
  const remembered = object?.metadata.annotations?.[AUTOMATED_BEFORE];
  try {
    const value = remembered && JSON.parse(remembered);
    return value && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}
