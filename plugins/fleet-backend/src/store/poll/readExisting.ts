import type { Knex } from 'knex';
import type { CollectionChange } from '../FleetPollStore';
import type { ApplicationRow } from '../rows/ApplicationRow';
import { collectionId } from '../rows/CollectionRow';
import type { RecordRow } from '../rows/RecordRow';
import { chunks } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';

/** What has to be known of a record to tell what a change does to it. Links are those of the application, where it is one. */
export type ExistingRecord = Omit<
  RecordRow,
  'data' | 'detail' | 'proofs' | 'state'
> &
  Pick<
    ApplicationRow,
    | 'settled_state'
    | 'settled_since'
    | 'settled_version'
    | 'settled_revision'
    | 'settled_revision_since'
  >;

const columns = [
  'records.id',
  'records.cluster',
  'records.collection',
  'records.object_key',
  'records.type',
  'records.kind',
  'records.namespace',
  'records.name',
  'records.owner_key',
  'records.parent_id',
  'records.version',
  'records.link_basis',
  'records.hash',
  'records.gist',
  'records.listing',
  'applications.settled_state',
  'applications.settled_since',
  'applications.settled_version',
  'applications.settled_revision',
  'applications.settled_revision_since',
];

/**
 * Reads the records that a change may touch: those of its objects, and all of a collection that it completes or clears, or that is
 * to be forgotten.
 */
export async function readExisting(
  trx: Knex.Transaction,
  cluster: string,
  changes: readonly CollectionChange[],
  forgotten: readonly string[],
): Promise<ExistingRecord[]> {
  const isWhole = ({ clear, listing }: CollectionChange) =>
    clear || listing?.complete;
  const whole = [
    ...changes.filter(isWhole).map(({ state }) => collectionId(state)),
    ...forgotten,
  ];
  const partly = changes.filter(
    change => !isWhole(change) && change.objects.length > 0,
  );
  const rows: object[] = [];
  const coalesce = (column: 'entity_refs' | 'owner_refs') =>
    trx.raw(`coalesce(applications.${column}, records.${column})`);
  const select = () =>
    trx('records')
      .leftJoin('applications', 'applications.id', 'records.id')
      .where('records.cluster', cluster)
      .select(columns)
      .select({
        entity_refs: coalesce('entity_refs'),
        owner_refs: coalesce('owner_refs'),
      });
  if (whole.length > 0) {
    rows.push(...(await select().whereIn('records.collection', whole)));
  }
  for (const { state, objects } of partly) {
    for (const keys of chunks([...new Set(objects.map(({ key }) => key))])) {
      rows.push(
        ...(await select()
          .where('records.collection', collectionId(state))
          .whereIn('records.object_key', keys)),
      );
    }
  }
  return rows.map(row => withoutNulls<ExistingRecord>(row));
}
