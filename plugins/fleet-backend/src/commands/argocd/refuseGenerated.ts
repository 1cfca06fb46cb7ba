import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';

/** An ApplicationSet writes its Applications anew, so that a patch would not last. */
export function refuseGenerated(application: Application) {
  return application.applicationSet
    ? {
        refused: `ApplicationSet ${application.applicationSet} generates this Application and would undo the change: change the ApplicationSet in Git.`,
      }
    : undefined;
}
