import type { Entity } from '@backstage/catalog-model';

/** Whether the overview of the entity says what differs. */
export function isCardAvailable(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'component';
}
