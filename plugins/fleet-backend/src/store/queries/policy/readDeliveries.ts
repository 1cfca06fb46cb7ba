import type {
  Application,
  Link,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access } from '../../FleetQueryStore';
import { chunks } from '../../sql/bulk';
import { applicationSubject, whereApplicationVisible } from '../conditions';
import type { QueryContext } from '../QueryContext';
import { readApplications } from '../readApplications';

/** What brings an object to its cluster. */
export interface Delivery {
  applicationId: string;
  entityRefs: string[];
  ownerRefs: string[];
  /** Where Git has it, as far as the application tells. */
  file?: Link;
}

/** The applications, among those that the caller may see, that deliver objects: by the ids of their records. */
export async function readDeliveries(
  context: QueryContext,
  access: Access,
  recordIds: readonly string[],
): Promise<Map<string, Delivery>> {
  const { database } = context;
  const applicationIds = new Map<string, string>();
  for (const some of chunks(recordIds)) {
    const query = database('records')
      .join('applications', join =>
        join
          .on('applications.target_cluster', 'records.cluster')
          .on('applications.owner_key', 'records.owner_key'),
      )
      .whereIn('records.id', some)
      .orderBy('applications.id')
      .select('records.id', 'applications.id as application_id');
    whereApplicationVisible(database, query, access, applicationSubject);
    const rows: { id: string; application_id: string }[] = await query;
    rows.forEach(row => applicationIds.set(row.id, row.application_id));
  }
  const applications = await readApplications(context, [
    ...new Set(applicationIds.values()),
  ]);
  const byId = new Map(applications.map(item => [item.id, item]));
  return new Map(
    [...applicationIds].flatMap(([id, applicationId]) => {
      const application = byId.get(applicationId);
      return application ? [[id, toDelivery(application)]] : [];
    }),
  );
}

function toDelivery(application: Application): Delivery {
  const { id, entityRefs, ownerRefs, sources } = application;
  const source = sources.find(({ link }) => link);
  return {
    applicationId: id,
    entityRefs,
    ownerRefs,
    file: source?.link
      ? { title: source.path ?? source.url ?? source.link, url: source.link }
      : undefined,
  };
}
