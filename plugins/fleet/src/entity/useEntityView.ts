import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useFleet } from '@fleetcommander/backstage-plugin-fleet-react';

/** What the tab and the card show; drift has a tab of its own. */
const sections = ['applications', 'workloads', 'sources', 'transitions'];

/** What the fleet knows of the entity on the page. */
export function useEntityView() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return useFleet(
    (api, signal) => api.getEntity(entityRef, { sections }, { signal }),
    [entityRef],
  );
}
