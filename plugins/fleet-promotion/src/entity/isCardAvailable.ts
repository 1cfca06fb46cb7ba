import type { Entity } from '@backstage/catalog-model';
import { fleetScopeOf } from '@fleetcommander/backstage-plugin-fleet-react';

/** Whether the overview of the entity says what its stages run; a sum has a list on its tab. */
export function isCardAvailable(entity: Entity): boolean {
  const scope = fleetScopeOf(entity);
  return scope?.key === 'entity' && !scope.sum;
}
