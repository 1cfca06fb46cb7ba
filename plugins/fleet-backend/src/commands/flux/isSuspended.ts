import type { CommandSubject } from '../Command';

/** What the object says now counts; the record may be a poll old. */
export function isSuspended({ application, object }: CommandSubject): boolean {
  if (!object) {
    return application.suspended;
  }
  return (object.spec as { suspend?: unknown } | undefined)?.suspend === true;
}
