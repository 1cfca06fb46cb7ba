import type { UnownedList } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ListQuery } from '../FleetQueryStore';
import { whereApplication } from './applicationFilters';
import { pagingOf } from './paging';
import type { QueryContext } from './QueryContext';
import { readApplications } from './readApplications';

/** Applications that no entity could be proven to own, with the reason. */
export async function listUnowned(
  context: QueryContext,
  query: ListQuery,
): Promise<UnownedList> {
  const { database, proofKeys } = context;
  const paging = pagingOf(query, {
    fields: { name: 'applications.name' },
    by: { field: 'name', order: 'asc' },
    id: 'applications.id',
  });
  const page = database('applications')
    .whereNull('applications.link_basis')
    .select('applications.id', 'applications.unproven');
  whereApplication(database, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish(await page);
  const counted = database('applications')
    .whereNull('applications.link_basis')
    .count({ count: '*' });
  whereApplication(database, counted, query);
  const [{ count }] = await counted;
  const reasons = new Map<string, string | null>(
    rows.map(({ id, unproven }) => [id, unproven]),
  );
  const applications = await readApplications(context, [...reasons.keys()]);
  return {
    items: applications.map(application => ({
      application,
      reason:
        reasons.get(application.id) ??
        `Neither it nor what it owns has any of the labels or annotations ${proofKeys.join(
          ', ',
        )}, and fleet.ownership maps neither its namespace nor its project.`,
    })),
    totalItems: Number(count),
    pageInfo,
  };
}
