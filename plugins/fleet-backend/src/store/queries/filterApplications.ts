import type { Access } from '../FleetQueryStore';
import { chunks } from '../sql/bulk';
import { whereApplication } from './applicationFilters';
import type { QueryContext } from './QueryContext';

/** Which of these applications the access covers. */
export async function filterApplications(
  { database }: QueryContext,
  ids: readonly string[],
  access: Access,
): Promise<string[]> {
  const covered: string[] = [];
  for (const some of chunks(ids)) {
    const query = database('applications')
      .whereIn('applications.id', some)
      .pluck('applications.id');
    whereApplication(database, query, { access });
    covered.push(...(await query));
  }
  return covered;
}
