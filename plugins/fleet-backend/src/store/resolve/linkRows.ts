import type { Knex } from 'knex';
import type { ProvenLinks } from '../../ownership/ProvenLinks';
import type { LinkRow } from '../rows/LinkRow';
import { chunks, upsert } from '../sql/bulk';

/** A record with the links it has by now, as its columns tell. */
export interface Linked {
  id: string;
  entity_refs?: string;
  owner_refs?: string;
}

/** Whether a record is linked to others than it was. */
export function linkedOtherwise(
  before: Omit<Linked, 'id'> | undefined,
  now: Omit<Linked, 'id'>,
): boolean {
  return (
    before?.entity_refs !== now.entity_refs ||
    before?.owner_refs !== now.owner_refs
  );
}

/** Deletes the links of records. They are found by their refs. */
export async function deleteLinks(
  trx: Knex,
  linked: readonly Linked[],
): Promise<void> {
  for (const some of chunks(linked.filter(item => item.entity_refs))) {
    const refs = new Set(some.flatMap(linkedRefs));
    await trx('links')
      .whereIn('ref', [...refs])
      .whereIn(
        'record_id',
        some.map(({ id }) => id),
      )
      .delete();
  }
}

export async function insertLinks(
  trx: Knex,
  items: readonly { id: string; links?: ProvenLinks }[],
): Promise<void> {
  const rows = items.flatMap(({ id, links }) =>
    links
      ? refsToLink(links.entityRefs, links.ownerRefs).map(
          (ref): LinkRow => ({ ref, record_id: id, proof: links.proof }),
        )
      : [],
  );
  await upsert(trx, 'links', rows, {
    columns: ['ref', 'record_id', 'proof'],
    key: ['ref', 'record_id'],
  });
}

function linkedRefs({ entity_refs: entities, owner_refs: owners }: Linked) {
  return refsToLink(
    entities ? JSON.parse(entities) : [],
    owners ? JSON.parse(owners) : [],
  );
}

/** Owners follow from entities, but for those that the config maps to. */
function refsToLink(entityRefs: string[], ownerRefs: string[]): string[] {
  return entityRefs.length > 0 ? entityRefs : ownerRefs;
}
