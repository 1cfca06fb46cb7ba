import type { OwnedResource } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { StoredDetail } from '../poll/toRecordRow';
import type { RecordRow } from '../rows/RecordRow';
import { withoutNulls } from '../sql/withoutNulls';

/** What of a record tells to whom it belongs. */
export type Links = Pick<
  RecordRow,
  'id' | 'owner_key' | 'link_basis' | 'entity_refs'
>;

type Delivering = Links & Pick<RecordRow, 'detail'>;

type Resource = Pick<OwnedResource, 'group' | 'kind' | 'namespace' | 'name'>;

/** What is delivered to one cluster. */
export class DeliveredApplications {
  static async read(
    trx: Knex,
    cluster: string,
  ): Promise<DeliveredApplications> {
    const rows: object[] = await trx('applications')
      .join('records', 'records.id', 'applications.id')
      .where('applications.target_cluster', cluster)
      .orderBy('applications.id')
      .select(
        'applications.id',
        'applications.owner_key',
        'applications.link_basis',
        'applications.entity_refs',
        'records.detail',
      );
    return new DeliveredApplications(
      rows.map(row => withoutNulls<Delivering>(row)),
    );
  }

  readonly #byOwnerKey: ReadonlyMap<string | undefined, Delivering>;
  /** By what it lists; made when it is asked for first. */
  #byResource?: Map<string, Delivering>;

  private constructor(private readonly applications: readonly Delivering[]) {
    this.#byOwnerKey = new Map(
      applications.map(application => [application.owner_key, application]),
    );
  }

  /** The one that owns the workload of a resource, else the one that lists the resource. */
  find(
    workload: Links | undefined,
    resource: Resource,
  ): Delivering | undefined {
    const owner =
      workload?.owner_key && this.#byOwnerKey.get(workload.owner_key);
    if (owner) {
      return owner;
    }
    this.#byResource ??= this.#readInventories();
    return this.#byResource.get(keyOf(resource));
  }

  #readInventories(): Map<string, Delivering> {
    const inventories = new Map<string, Delivering>();
    for (const application of this.applications) {
      const { resources }: Pick<StoredDetail, 'resources'> = JSON.parse(
        application.detail ?? '{"resources":[]}',
      );
      for (const resource of resources) {
        inventories.set(keyOf(resource), application);
      }
    }
    return inventories;
  }
}

function keyOf({ group, kind, namespace = '', name }: Resource): string {
  return `${group}/${kind}/${namespace}/${name}`;
}
