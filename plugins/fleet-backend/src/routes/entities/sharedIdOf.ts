import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_ENTITY,
  KUBERNETES_ID,
  type EntityView,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** That other entities claim the same kubernetes-id, so that a label with it proves nothing. */
export async function sharedIdOf(options: {
  entity: Entity;
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<EntityView['problems']> {
  const { entity, catalog, credentials } = options;
  const id = entity.metadata.annotations?.[KUBERNETES_ID];
  if (!id) {
    return [];
  }
  const { items } = await catalog.queryEntities(
    {
      filter: { [`metadata.annotations.${KUBERNETES_ID}`]: id },
      fields: ['kind', 'metadata.namespace', 'metadata.name'],
      limit: 5,
    },
    { credentials },
  );
  const ref = stringifyEntityRef(entity);
  const others = items
    .map(item => stringifyEntityRef(item))
    .filter(other => other !== ref);
  return others.length === 0
    ? []
    : [
        {
          key: KUBERNETES_ID,
          message: `${JSON.stringify(id)} is claimed by ${others.join(
            ', ',
          )} too, so that the label proves neither: give each an id of its own, or name the entity on the object with ${ANNOTATION_ENTITY}.`,
        },
      ];
}
