import type { Entity } from '@backstage/catalog-model';
import { fleetScopeOf } from '@fleetcommander/backstage-plugin-fleet-react';

/**
 * Whether policy can be told of the entity: a Component, what is a sum of them (System, Domain, Group), or a cluster of the fleet.
 *
 * @public
 */
export function isPolicyAvailable(entity: Entity): boolean {
  return fleetScopeOf(entity) !== undefined;
}
