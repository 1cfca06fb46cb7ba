import type { Access } from '../../FleetQueryStore';
import { chunks } from '../../sql/bulk';
import type { QueryContext } from '../QueryContext';
import { whereClaim } from './claimFilters';

/** Which of these claims the access covers. */
export async function filterClaims(
  { database }: Pick<QueryContext, 'database'>,
  ids: readonly string[],
  access: Access,
): Promise<string[]> {
  const covered: string[] = [];
  for (const some of chunks(ids)) {
    const query = database('claims')
      .whereIn('claims.id', some)
      .pluck('claims.id');
    whereClaim(database, query, { access });
    covered.push(...(await query));
  }
  return covered;
}
