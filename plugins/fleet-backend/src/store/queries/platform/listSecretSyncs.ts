import type {
  SecretSync,
  SecretSyncList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineObjectRecord,
  SecretSyncRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { ListQuery } from '../../FleetQueryStore';
import { recordId } from '../../poll/recordId';
import type { QueryContext } from '../QueryContext';
import { listSubjects, shownOfSubject, type Subject } from './listSubjects';

type Secret = Subject<SecretSyncRecord>;

/** Secrets that are brought from elsewhere. */
export async function listSecretSyncs(
  context: QueryContext,
  query: ListQuery,
): Promise<SecretSyncList> {
  const { items, ...rest } = await listSubjects<SecretSyncRecord>(
    context,
    'secret-sync',
    query,
  );
  const providers = await readProviders(context, items);
  return {
    items: items.map(item => toSecretSync(item, providers.get(storeId(item)))),
    ...rest,
  };
}

function toSecretSync(item: Secret, provider?: string): SecretSync {
  const { record, state, late } = item;
  return {
    ...shownOfSubject(item),
    // Nothing says that it failed, but it was to be brought again.
    ...(late &&
      state !== record.state && {
        summary: 'was not brought again in time',
        reason: undefined,
        message: undefined,
        since: item.dueAt,
      }),
    store: record.store,
    provider: record.provider ?? provider,
    target: record.target,
    direction: record.direction,
    syncedAt: record.syncedAt,
    refreshSeconds: record.refreshSeconds,
    late,
  };
}

/** What a store is the store itself says, which is an object of its own. */
async function readProviders(
  { database }: QueryContext,
  items: readonly Secret[],
): Promise<Map<string, string | undefined>> {
  const rows: { id: string; data: string }[] = await database('records')
    .whereIn('id', [...new Set(items.map(storeId))])
    .select('id', 'data');
  return new Map(
    rows.map(({ id, data }) => {
      const { details }: EngineObjectRecord = JSON.parse(data);
      return [id, details.provider];
    }),
  );
}

function storeId({ cluster, record }: Secret): string {
  const [kind, name] = record.store?.split('/') ?? [];
  return recordId(cluster, {
    apiVersion: record.apiVersion,
    kind,
    namespace: kind?.startsWith('Cluster') ? undefined : record.namespace,
    name,
    type: 'engine-object',
  });
}
