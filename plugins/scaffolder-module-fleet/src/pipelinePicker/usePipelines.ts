import { useFleet } from '@fleetcommander/backstage-plugin-fleet-react';

const mostPipelines = 500;

/** The applications that have stages, as far as the viewer sees them. */
export function usePipelines() {
  return useFleet(
    (api, signal) =>
      api.promotions.pipelines({ limit: mostPipelines }, { signal }),
    [],
    { once: true },
  );
}
