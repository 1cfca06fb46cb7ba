import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';

const everyMinute: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 1 },
  // The fleet backend answers once it has seen its clusters.
  initialDelay: { seconds: 10 },
};

/** Reads `catalog.providers.fleet`. */
export function readProviderConfig(root: Config): {
  defaultOwner: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
} {
  const config = root.getOptionalConfig('catalog.providers.fleet');
  const owner = config?.getOptionalString('defaultOwner') ?? 'platform';
  return {
    defaultOwner: stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    ),
    schedule: config?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : everyMinute,
  };
}
