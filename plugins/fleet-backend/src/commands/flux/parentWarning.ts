import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';

/** A parent applies what Git says of `spec.suspend`, if it says anything. */
export function parentWarning({ managedBy, kind, name }: Application) {
  return managedBy
    ? [
        `${managedBy} applies ${kind} ${name}: if Git sets spec.suspend there, it undoes this at its next run.`,
      ]
    : [];
}
