import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  fleetApplicationPromotePermission,
  type EntityPipelines,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { FleetPermissions } from '../../permissions/FleetPermissions';
import type { FleetPromotionStore } from '../../store/FleetPromotionStore';
import type { Caller } from '../createCallerOf';
import { isSum, membersOf } from '../entities/membersOf';

export interface EntityPipelinesOptions {
  catalog: CatalogService;
  permissions: Pick<FleetPermissions, 'narrowApplications'>;
  store: { readonly promotions: Pick<FleetPromotionStore, 'getPipelines'> };
}

/**
 * The pipelines of an entity, or of what it is the sum of, as far as the caller may see their applications. The catalog takes longer
 * than all else, and is asked only what the store does not know: the parts of a sum, and whether there is such an entity at all.
 *
 * @throws InputError where it is no entity ref, NotFoundError where the caller's catalog has no such entity.
 */
export async function entityPipelines(
  ref: string,
  { credentials, access }: Caller,
  { catalog, permissions, store }: EntityPipelinesOptions,
): Promise<EntityPipelines> {
  const entityRef = checked(ref);
  const promote = await permissions.narrowApplications(
    credentials,
    access,
    fleetApplicationPromotePermission,
  );
  const ofEntities = (entityRefs: string[]) =>
    store.promotions.getPipelines({ entityRefs, access, promote });
  if (!isSum(parseEntityRef(entityRef))) {
    const known = await ofEntities([entityRef]);
    if (known.items.length > 0) {
      return known;
    }
  }
  return ofEntities(await entitiesOf(entityRef, { catalog, credentials }));
}

async function entitiesOf(
  ref: string,
  options: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<string[]> {
  const { catalog, credentials } = options;
  const entity = await catalog.getEntityByRef(ref, { credentials });
  if (!entity) {
    throw new NotFoundError(`No entity ${ref}`);
  }
  const members = await membersOf({ entity, catalog, credentials });
  return [stringifyEntityRef(entity), ...members];
}

function checked(ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    throw new InputError(
      `${JSON.stringify(
        ref,
      )} is no entity reference: write kind:namespace/name`,
    );
  }
}
