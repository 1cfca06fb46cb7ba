import type {
  ApplicationRecord,
  EngineObjectRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { DeliveryTargets } from '../../drift/delivery/Delivery';
import { ClusterDirectory } from '../../ownership/ClusterDirectory';
import { resolveTarget } from '../../ownership/resolveTarget';
import type { FoldedRecord } from '../poll/foldChange';
import { recordId } from '../poll/recordId';
import { markDeliveries } from './markDeliveries';

type Generated = NonNullable<EngineObjectRecord['applications']>;

/**
 * The clusters that the ApplicationSet of an application lists for its delivery key. Undefined where there is none; without clusters
 * where it does not list them, or what it lists is of several keys: of which the missing ones are cannot be told then.
 */
export async function readTargets(
  trx: Knex,
  deliveryKey: string,
  applicationId: string,
  clusters: ClusterDirectory,
): Promise<DeliveryTargets | undefined> {
  const made: { cluster: string; data: string } | undefined = await trx(
    'records',
  )
    .where({ id: applicationId })
    .first('cluster', 'data');
  const application: ApplicationRecord | undefined =
    made && JSON.parse(made.data);
  if (!made || !application?.applicationSet) {
    return undefined;
  }
  const { cluster } = made;
  const by = `ApplicationSet ${application.applicationSet}`;
  const set = await readSet(trx, cluster, application);
  if (!set?.applications) {
    return { by };
  }
  const { namespace, applications } = set;
  const keys = await keysOf(trx, cluster, namespace, applications);
  if (keys.length !== 1 || keys[0] !== deliveryKey) {
    return { by };
  }
  return {
    by,
    clusters: applications.flatMap(({ target }) => {
      const resolved = resolveTarget(target, cluster, clusters);
      return 'cluster' in resolved ? resolved.cluster : [];
    }),
  };
}

/** The clusters of the fleet, as targets are resolved against them. */
export async function readClusterDirectory(
  trx: Knex,
): Promise<ClusterDirectory> {
  const row: { value: string } | undefined = await trx('snapshots')
    .where({ name: 'clusters' })
    .first('value');
  return new ClusterDirectory(row ? JSON.parse(row.value) : []);
}

/** Has compared again what the ApplicationSets among some records make. */
export async function markTargets(
  trx: Knex,
  written: readonly FoldedRecord[],
): Promise<void> {
  for (const { record, row } of written) {
    if (record.type === 'engine-object' && record.applications) {
      const { namespace, applications } = record;
      await markDeliveries(
        trx,
        await keysOf(trx, row.cluster, namespace, applications),
      );
    }
  }
}

async function readSet(
  trx: Knex,
  cluster: string,
  { apiVersion, namespace, applicationSet = '' }: ApplicationRecord,
): Promise<EngineObjectRecord | undefined> {
  const id = recordId(cluster, {
    apiVersion,
    kind: 'ApplicationSet',
    namespace,
    name: applicationSet,
    type: 'engine-object',
  });
  const row: { data: string } | undefined = await trx('records')
    .where({ id })
    .first('data');
  return row && JSON.parse(row.data);
}

function keysOf(
  trx: Knex,
  cluster: string,
  namespace: string | undefined,
  applications: Generated,
): Promise<string[]> {
  return trx('applications')
    .where({ cluster, namespace, kind: 'Application' })
    .whereIn(
      'name',
      applications.map(({ name }) => name),
    )
    .distinct()
    .pluck('delivery_key');
}
