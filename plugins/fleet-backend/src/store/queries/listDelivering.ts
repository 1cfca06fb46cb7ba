import type { QueryContext } from './QueryContext';

/** Kinds of the engine's applications on a cluster, and the namespaces that have any. */
export async function listDelivering(
  { database }: QueryContext,
  options: { cluster: string; engine: string },
): Promise<{ kind: string; namespace: string }[]> {
  return database('applications')
    .where(options)
    .whereNotNull('namespace')
    .distinct('kind', 'namespace')
    .orderBy(['kind', 'namespace']);
}
