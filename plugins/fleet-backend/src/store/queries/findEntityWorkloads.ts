import type { Workload } from '@fleetcommander/backstage-plugin-fleet-common';
import type { WorkloadRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { whereWorkloadVisible } from './conditions';
import { selectOfEntities } from './linkedRecords';
import { matchesLabels } from './matchesLabels';
import { refsOf, type EntityQuery } from './EntityQuery';
import type { QueryContext } from './QueryContext';
import { whereOwnedBy, type Owner } from './readAroundApplications';
import { readRecords, toWorkload } from './readRecords';

/**
 * The workloads of an entity: those with a proof of their own, and those without one that its applications own. Of an application
 * that several entities share, only the former.
 */
export async function findEntityWorkloads(
  context: QueryContext,
  query: EntityQuery,
  owners: readonly Owner[],
): Promise<Workload[]> {
  const { database } = context;
  const { clusters, namespaces, labels, ...ofApplications } = query.narrowing;
  const found = await readRecords<WorkloadRecord>(context, workloads => {
    workloads.whereRaw("records.type = 'workload'").where(either =>
      either
        .whereIn('records.id', ids => selectOfEntities(ids, refsOf(query)))
        .orWhere(inherited => {
          inherited.where(unproven =>
            unproven
              .whereNull('records.link_basis')
              .orWhereNot('records.link_basis', 'proof'),
          );
          whereOwnedBy(
            inherited,
            owners
              .filter(({ application }) => !application.shared)
              .map(({ application }) => application.id),
          );
        }),
    );
    whereWorkloadVisible(database, workloads, query.access);
    if (Object.keys(ofApplications).length > 0) {
      whereOwnedBy(
        workloads,
        owners.map(({ application }) => application.id),
      );
    }
    if (clusters) {
      workloads.whereIn('records.cluster', clusters);
    }
    if (namespaces) {
      workloads.whereIn('records.namespace', namespaces);
    }
  });
  const applications = new Map(
    owners.map(({ cluster, ownerKey, application }) => [
      `${cluster}\n${ownerKey}`,
      application,
    ]),
  );
  return found
    .filter(({ record }) => !labels || matchesLabels(labels, record.labels))
    .map(workload =>
      toWorkload(
        workload,
        applications.get(`${workload.cluster}\n${workload.record.ownerKey}`),
      ),
    );
}
