import type { EntityDirectory, EntitySummary } from './EntityDirectory';

/** Indexes entities. */
export function entityDirectoryOf(
  entities: Iterable<EntitySummary>,
): EntityDirectory {
  const byRef = new Map<string, EntitySummary>();
  const byKubernetesId = new Map<string, EntitySummary[]>();
  for (const entity of entities) {
    byRef.set(entity.entityRef, entity);
    const id = entity.kubernetesId;
    if (id) {
      byKubernetesId.set(id, [...(byKubernetesId.get(id) ?? []), entity]);
    }
  }
  return { byRef, byKubernetesId };
}
