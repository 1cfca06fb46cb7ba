import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';

/** Whoever applies an Application undoes a change of its spec. */
export function parentWarning({ managedBy, name }: Application): string[] {
  return managedBy
    ? [
        `${managedBy} applies Application ${name} and undoes this at its next sync.`,
      ]
    : [];
}
