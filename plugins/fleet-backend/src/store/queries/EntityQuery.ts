import type { Access, EntityNarrowing } from '../FleetQueryStore';

/** Whose tab it is, and what it is narrowed to. */
export interface EntityQuery {
  entityRef: string;
  members: string[];
  cluster?: string;
  narrowing: EntityNarrowing;
  access: Access;
}

/** Refs by which links lead to what the entity is the sum of. */
export function refsOf({ entityRef, members }: EntityQuery): string[] {
  return [entityRef, ...members];
}
