import type { Knex } from 'knex';
import { chunks } from '../sql/bulk';
import type { FoldedChange, FoldedRecord } from './foldChange';

/**
 * Gives the primaries of canaries to the application that deployed the canary: those that are about to be written, and those that are
 * stored where the canary now belongs elsewhere. Answers the owner keys of the applications that gain or lose one.
 */
export async function inheritOwners(
  trx: Knex.Transaction,
  { written, gone }: FoldedChange,
): Promise<string[]> {
  const canaries = written.filter(({ row }) => row.type === 'canary');
  const primaries = written.filter(isHeirless);
  const owners = await readOwners(trx, primaries);
  gone.forEach(({ id }) => owners.delete(id));
  canaries.forEach(({ row }) => owners.set(row.id, row.owner_key));
  for (const { row } of primaries) {
    row.owner_key = owners.get(row.parent_id!);
  }
  const regrouped = primaries.filter(
    ({ row, before }) => row.owner_key !== before?.owner_key,
  );
  const moved = [
    ...canaries.map(({ row, before }) => ({
      id: row.id,
      from: before?.owner_key,
      to: row.owner_key,
    })),
    ...gone
      .filter(({ type }) => type === 'canary')
      .map(({ id, owner_key: from }) => ({ id, from, to: undefined })),
  ].filter(({ from, to }) => from !== to);
  for (const { id, from, to } of moved) {
    await trx('records')
      .where({ parent_id: id, type: 'workload' })
      .where(heirs =>
        from === undefined
          ? heirs.whereNull('owner_key')
          : heirs.where('owner_key', from),
      )
      .update({ owner_key: to ?? null });
  }
  return [
    ...regrouped.flatMap(({ row, before }) => [
      row.owner_key,
      before?.owner_key,
    ]),
    ...moved.flatMap(({ from, to }) => [from, to]),
  ].flatMap(key => key ?? []);
}

/** A primary does not say itself what deployed it. */
function isHeirless({ row }: FoldedRecord): boolean {
  return row.type === 'workload' && Boolean(row.parent_id) && !row.owner_key;
}

/** Of canaries that are stored already, by their ids. */
async function readOwners(
  trx: Knex.Transaction,
  primaries: readonly FoldedRecord[],
): Promise<Map<string, string | undefined>> {
  const owners = new Map<string, string | undefined>();
  for (const ids of chunks(primaries.map(({ row }) => row.parent_id!))) {
    const rows: { id: string; owner_key: string | null }[] = await trx(
      'records',
    )
      .whereIn('id', ids)
      .select('id', 'owner_key');
    rows.forEach(row => owners.set(row.id, row.owner_key ?? undefined));
  }
  return owners;
}
