import type { Entity } from '@backstage/catalog-model';

/** The comma-separated values of an annotation; empty ones are dropped. */
export function annotationList(entity: Entity, key: string): string[] {
  return (entity.metadata.annotations?.[key] ?? '')
    .split(',')
    .map(value => value.trim())
    .filter(Boolean);
}
