import type {
  Application,
  Canary,
  Source,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  CanaryRecord,
  SourceRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { ApplicationRow } from '../rows/ApplicationRow';
import { withoutNulls } from '../sql/withoutNulls';
import type { QueryContext } from './QueryContext';
import { readRecords, toSource } from './readRecords';
import { toCanaries } from './toCanaries';

/** An application with what ties to it what it owns: its owner key, on the cluster it deploys to. */
export interface Owner {
  application: Application;
  cluster: string;
  ownerKey: string;
}

type Keys = Pick<ApplicationRow, 'id' | 'target_cluster' | 'owner_key'>;

/** What belongs to applications: whom they own by, the sources they follow, and their canaries. */
export async function readAroundApplications(
  context: QueryContext,
  applications: readonly Application[],
): Promise<{ owners: Owner[]; sources: Source[]; canaries: Canary[] }> {
  const { database } = context;
  const byId = new Map(applications.map(item => [item.id, item]));
  const ids = [...byId.keys()];
  const rows: object[] = await database('applications')
    .whereIn('id', ids)
    .select('id', 'target_cluster', 'owner_key');
  const owners = rows.flatMap((row): Owner[] => {
    const {
      id,
      target_cluster: cluster,
      owner_key: ownerKey,
    } = withoutNulls<Keys>(row);
    const application = byId.get(id);
    return application && cluster && ownerKey
      ? [{ application, cluster, ownerKey }]
      : [];
  });
  const sources = await readRecords<SourceRecord>(context, query =>
    query
      .whereRaw("records.type = 'source'")
      .whereIn('records.cluster', followers =>
        followers.from('applications').whereIn('id', ids).select('cluster'),
      )
      .whereRaw(
        "(records.cluster, records.kind || '/' || records.namespace || '/' || records.name) in (?)",
        [
          database('applications')
            .whereIn('id', ids)
            .select('cluster', 'source_ref'),
        ],
      ),
  );
  const canaries = await readRecords<CanaryRecord>(context, query => {
    query.whereRaw("records.type = 'canary'");
    whereOwnedBy(query, ids);
  });
  return {
    owners,
    sources: sources.map(toSource),
    canaries: await toCanaries(context, canaries),
  };
}

/** Narrows a query on `records` to what these applications own. */
export function whereOwnedBy(
  query: Knex.QueryBuilder,
  applicationIds: readonly string[],
): void {
  query.whereIn(['records.cluster', 'records.owner_key'], owners =>
    owners
      .from('applications')
      .whereIn('id', [...applicationIds])
      .select('target_cluster', 'owner_key'),
  );
}
