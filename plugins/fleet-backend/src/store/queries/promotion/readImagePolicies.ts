import type { ImagePolicyRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { RunningStage } from '../../promotion/readStageClusters';
import type { Access } from '../../FleetQueryStore';
import { whereClusterNameVisible } from '../conditions';
import type { QueryContext } from '../QueryContext';
import { readRecords, type SeenRecord } from '../readRecords';

/** Policies of image automation where stages run and are delivered from, on clusters that the caller sees. */
export async function readImagePolicies(
  context: QueryContext,
  running: readonly Pick<RunningStage, 'cluster' | 'deliveredFrom'>[],
  access: Access,
): Promise<SeenRecord<ImagePolicyRecord>[]> {
  const clusters = new Set(
    running.flatMap(({ cluster, deliveredFrom }) => [cluster, deliveredFrom]),
  );
  return clusters.size === 0
    ? []
    : readRecords<ImagePolicyRecord>(context, query => {
        query
          .whereRaw("records.type = 'image-policy'")
          .whereIn('records.cluster', [...clusters]);
        whereClusterNameVisible(
          context.database,
          query,
          'records.cluster',
          access,
        );
      });
}
