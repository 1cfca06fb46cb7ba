import type { Entity } from '@backstage/catalog-model';
import { driftScopeOf } from './driftScopeOf';

/** Whether the overview of the entity says what differs; the tab of a cluster does. */
export function isCardAvailable(entity: Entity): boolean {
  return driftScopeOf(entity)?.key === 'entity';
}
