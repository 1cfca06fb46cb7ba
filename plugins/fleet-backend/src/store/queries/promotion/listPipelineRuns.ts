import type { PipelineRunRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { QueryContext } from '../QueryContext';
import { readRecords, type SeenRecord } from '../readRecords';

/** Runs of Tekton in the namespaces that these applications deploy to: their targets, and those of their workloads. */
export async function listPipelineRuns(
  context: QueryContext,
  applicationIds: readonly string[],
): Promise<SeenRecord<PipelineRunRecord>[]> {
  const { database } = context;
  const applications: {
    cluster: string;
    owner_key: string | null;
    namespace: string | null;
  }[] = await database('applications')
    .whereIn('id', [...applicationIds])
    .select({
      cluster: 'at_cluster',
      owner_key: 'owner_key',
      namespace: 'target_namespace',
    });
  const workloads: { cluster: string; namespace: string | null }[] =
    await database('records')
      .whereRaw("type = 'workload'")
      .whereIn(
        ['cluster', 'owner_key'],
        applications.flatMap(({ cluster, owner_key: key }) =>
          key ? [[cluster, key]] : [],
        ),
      )
      .distinct('cluster', 'namespace');
  const places = [...applications, ...workloads].flatMap(
    ({ cluster, namespace }) => (namespace ? [[cluster, namespace]] : []),
  );
  return places.length === 0
    ? []
    : readRecords<PipelineRunRecord>(context, query =>
        query
          .whereRaw("records.type = 'pipeline-run'")
          .whereIn(['records.cluster', 'records.namespace'], places),
      );
}
