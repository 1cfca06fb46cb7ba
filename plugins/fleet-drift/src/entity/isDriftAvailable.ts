import type { Entity } from '@backstage/catalog-model';
import { fleetScopeOf } from '@fleetcommander/backstage-plugin-fleet-react';

/**
 * Whether drift can be told of the entity: a Component, what is a sum of them (System, Domain, Group), or a cluster of the fleet.
 *
 * @public
 */
export function isDriftAvailable(entity: Entity): boolean {
  return fleetScopeOf(entity) !== undefined;
}
