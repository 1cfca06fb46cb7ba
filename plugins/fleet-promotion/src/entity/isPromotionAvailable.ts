import type { Entity } from '@backstage/catalog-model';
import { fleetScopeOf } from '@fleetcommander/backstage-plugin-fleet-react';

/**
 * Whether promotion can be told of the entity: a Component, or what is a sum of them (System, Domain, Group).
 *
 * @public
 */
export function isPromotionAvailable(entity: Entity): boolean {
  return fleetScopeOf(entity)?.key === 'entity';
}
