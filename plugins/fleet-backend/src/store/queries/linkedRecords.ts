import type { Knex } from 'knex';

/** Asks for the ids of records that belong to entities. */
export function selectOfEntities(
  query: Knex.QueryBuilder,
  entityRefs: readonly string[],
): void {
  query
    .from('links')
    .whereIn('links.ref', entityRefs.map(lowerCase))
    .select('links.record_id');
}

/** Asks for the ids of records that belong to entities of these owners, or by mapping to the owners themselves. */
export function selectOfOwners(
  query: Knex.QueryBuilder,
  ownerRefs: readonly string[],
): void {
  const owners = ownerRefs.map(lowerCase);
  query
    .from('links')
    .whereIn('links.ref', refs =>
      refs
        .from('entity_owners')
        .whereIn('owner', owners)
        .select('ref')
        .unionAll(owners.map(owner => refs.client.raw('select ?', [owner]))),
    )
    .select('links.record_id');
}

function lowerCase(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
