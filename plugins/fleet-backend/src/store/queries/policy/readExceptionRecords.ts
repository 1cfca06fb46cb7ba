import type { PolicyExceptionRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Access } from '../../FleetQueryStore';
import { whereClusterNameVisible, whereWorkloadVisible } from '../conditions';
import type { QueryContext } from '../QueryContext';
import { readRecords, type SeenRecord } from '../readRecords';

/** An exception with where and when it was seen. */
export type SeenException = SeenRecord<PolicyExceptionRecord>;

/** Exceptions that the caller may see: as what runs in their namespace; of no namespace with the cluster. */
export async function readExceptionRecords(
  context: QueryContext,
  access: Access,
): Promise<SeenException[]> {
  const { database } = context;
  return readRecords<PolicyExceptionRecord>(context, records => {
    records.whereRaw("records.type = 'policy-exception'");
    whereClusterNameVisible(database, records, 'records.cluster', access);
    if (access.applications !== true) {
      records.where(visible =>
        visible
          .whereNull('records.namespace')
          .orWhere(namespaced =>
            whereWorkloadVisible(database, namespaced, access),
          ),
      );
    }
  });
}
