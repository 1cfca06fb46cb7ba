import type { Entity } from '@backstage/catalog-model';
import { fleetScopeOf } from '@fleetcommander/backstage-plugin-fleet-react';

/** Whether the overview of the entity says what it breaks; the tab of a cluster does. */
export function isCardAvailable(entity: Entity): boolean {
  return fleetScopeOf(entity)?.key === 'entity';
}
