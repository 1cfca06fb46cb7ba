import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Brings every cluster of the fleet into the catalog, as a Resource of type `kubernetes-cluster`. */
      fleet?: {
        /** Entity ref of who owns clusters that no source gives an owner: `platform`, which is the default, or `group:default/platform`. */
        defaultOwner?: string;
        /** When to look for changes. Every minute by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
