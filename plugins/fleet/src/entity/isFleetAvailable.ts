import type { Entity } from '@backstage/catalog-model';

const kinds = ['component', 'system', 'domain', 'group'];

/**
 * Whether the entity can have applications. No annotation is asked for: the link to an application comes from its cluster.
 *
 * @public
 */
export function isFleetAvailable(entity: Entity): boolean {
  return kinds.includes(entity.kind.toLocaleLowerCase('en-US'));
}
