import type { ApplicationDetail } from '@fleetcommander/backstage-plugin-fleet-common';
import type { WorkloadRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Access } from '../FleetQueryStore';
import type { StoredDetail } from '../poll/toRecordRow';
import { filterApplications } from './filterApplications';
import { readTransitions } from './listTransitions';
import type { QueryContext } from './QueryContext';
import { readApplications } from './readApplications';
import { readAroundApplications, whereOwnedBy } from './readAroundApplications';
import { readRecords, toWorkload } from './readRecords';

/** One application with what it owns. */
export async function getApplication(
  context: QueryContext,
  id: string,
  access: Access,
): Promise<ApplicationDetail | undefined> {
  const covered = await filterApplications(context, [id], access);
  const [application] = await readApplications(context, covered);
  if (!application) {
    return undefined;
  }
  const { detail } = await context
    .database('records')
    .where({ id })
    .first('detail');
  const { resources, history }: StoredDetail = JSON.parse(detail);
  const { sources, canaries } = await readAroundApplications(context, [
    application,
  ]);
  const workloads = await readRecords<WorkloadRecord>(context, query => {
    query.whereRaw("records.type = 'workload'");
    whereOwnedBy(query, [id]);
  });
  return {
    application,
    resources,
    workloads: workloads.map(workload => toWorkload(workload, application)),
    sourceObjects: sources,
    canaries,
    history,
    transitions: await readTransitions(context, [id]),
  };
}
