import type { Access } from '../../FleetQueryStore';
import type { QueryContext } from '../QueryContext';
import { recordsOfObject, type ObjectQuery } from '../recordsOfObject';
import { whereClaim } from './claimFilters';

/** The claim that the access covers and whose tree an object is part of. */
export async function findOwningClaim(
  { database }: Pick<QueryContext, 'database'>,
  object: ObjectQuery,
  access: Access,
): Promise<string | undefined> {
  const query = database('claims')
    .whereIn(
      'claims.id',
      database('claim_members')
        .whereIn(
          'node_id',
          recordsOfObject(database, object).select('records.id'),
        )
        .select('claim_id'),
    )
    .orderBy('claims.id')
    .first('claims.id');
  whereClaim(database, query, { access });
  const row = await query;
  return row?.id;
}
