import type { ApplicationRow } from '../rows/ApplicationRow';
import type { DriftSubject } from './foldDrifts';

/** Columns of an application that tell where its drift is. */
export const placeColumns = [
  'id',
  'engine',
  'kind',
  'cluster',
  'at_cluster',
  'target_cluster',
  'namespace',
  'target_namespace',
  'name',
  'delivery_key',
] as const satisfies readonly (keyof ApplicationRow)[];

export type PlacedApplication = Pick<
  ApplicationRow,
  (typeof placeColumns)[number]
>;

/** Where its drift is. */
export function placeOf(
  row: PlacedApplication,
): Omit<DriftSubject, 'subject' | 'scope'> {
  return {
    record_id: row.id,
    engine: row.engine,
    application_kind: row.kind,
    cluster: row.cluster,
    at_cluster: row.at_cluster,
    target_cluster: row.target_cluster,
    namespace: row.namespace,
    target_namespace: row.target_namespace,
    name: row.name,
    delivery_key: row.delivery_key,
  };
}
