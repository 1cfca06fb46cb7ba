import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useFleet } from '@fleetcommander/backstage-plugin-fleet-react';

/** The pipelines of the entity whose page this is. */
export function useEntityPipelines() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return useFleet(
    (api, signal) => api.promotions.entityPipelines(entityRef, { signal }),
    [entityRef],
  );
}
