import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  PolicyExceptionRecord,
  PolicyRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { remedyOf } from '../../../policy/remedyOf';
import type { ClusterRow } from '../../rows/ClusterRow';
import type { PolicyRow } from '../../rows/PolicyRow';
import type {
  PolicyResultRow,
  StoredResultFacts,
} from '../../rows/PolicyResultRow';
import { chunks } from '../../sql/bulk';
import { withoutNulls } from '../../sql/withoutNulls';
import { clusterFreshness } from '../toCluster';
import type { QueryContext } from '../QueryContext';
import { nameOfPolicy } from './nameOfPolicy';

type JoinedRow = PolicyResultRow &
  Pick<
    ClusterRow,
    'environment' | 'region' | 'outcome' | 'message' | 'last_contact_at'
  > & {
    title?: string;
    mode?: PolicyRow['mode'];
    policy_data?: string;
    entity_refs?: string;
    owner_refs?: string;
  };

/** Reads results by their ids, in the order of these. Who may see them was settled before. */
export async function readPolicyResults(
  context: QueryContext,
  ids: readonly string[],
): Promise<PolicyResult[]> {
  const { database } = context;
  const byId = new Map<string, PolicyResult>();
  for (const some of chunks(ids)) {
    const stored: object[] = await database('policy_results')
      .join('clusters', 'clusters.name', 'policy_results.cluster')
      .leftJoin('policies', join =>
        join
          .on('policies.cluster', 'policy_results.cluster')
          .on('policies.key', 'policy_results.policy_key'),
      )
      .leftJoin({ own: 'records' }, 'own.id', 'policies.id')
      .leftJoin('applications', 'applications.id', 'policy_results.record_id')
      .leftJoin('records', 'records.id', 'policy_results.record_id')
      .whereIn('policy_results.id', some)
      .select(
        'policy_results.*',
        'clusters.environment',
        'clusters.region',
        'clusters.outcome',
        'clusters.message',
        'clusters.last_contact_at',
        'policies.title',
        'policies.mode',
        'own.data as policy_data',
        database.raw(
          'coalesce(applications.entity_refs, records.entity_refs) as entity_refs',
        ),
        database.raw(
          'coalesce(applications.owner_refs, records.owner_refs) as owner_refs',
        ),
      );
    const rows = stored.map(row => withoutNulls<JoinedRow>(row));
    const exceptions = await readExceptions(context, rows);
    for (const row of rows) {
      byId.set(row.id, toResult(row, exceptions, context));
    }
  }
  return ids.flatMap(id => byId.get(id) ?? []);
}

function toResult(
  row: JoinedRow,
  exceptions: ReadonlyMap<string, Excepting>,
  context: QueryContext,
): PolicyResult {
  const { apiVersion, message, field, remedy }: StoredResultFacts = JSON.parse(
    row.facts,
  );
  const policy: Partial<PolicyRecord> = row.policy_data
    ? JSON.parse(row.policy_data)
    : {};
  return {
    id: row.id,
    policy: nameOfPolicy(row.policy_key, row.title),
    rule: row.rule,
    verdict: row.verdict,
    severity: row.severity,
    category: row.category,
    source: row.source,
    mode: row.mode,
    cluster: row.cluster,
    environment: row.environment,
    region: row.region,
    resource: {
      apiVersion,
      kind: row.kind,
      namespace: row.namespace,
      name: row.name,
    },
    message,
    field,
    remedy: remedyOf({
      remedy,
      field,
      message,
      description: policy.description,
    }),
    exception: exceptionOf(row, exceptions),
    since: row.since,
    endedAt: row.ended_at,
    firstSince: row.first_since,
    times: row.times,
    applicationId: row.application_id,
    entityRefs: row.entity_refs ? JSON.parse(row.entity_refs) : [],
    ownerRefs: row.owner_refs ? JSON.parse(row.owner_refs) : [],
    freshness: clusterFreshness(row, context),
  };
}

type Excepting = Pick<PolicyExceptionRecord, 'name' | 'expiresAt'> & {
  id: string;
};

/** By cluster and name. */
async function readExceptions(
  { database }: QueryContext,
  results: readonly JoinedRow[],
): Promise<Map<string, Excepting>> {
  const excepted = results.filter(({ exception }) => exception);
  if (excepted.length === 0) {
    return new Map();
  }
  const rows: { id: string; cluster: string; data: string }[] = await database(
    'records',
  )
    .whereRaw("type = 'policy-exception'")
    .whereIn('cluster', [...new Set(excepted.map(({ cluster }) => cluster))])
    .select('id', 'cluster', 'data');
  return new Map(
    rows.flatMap(({ id, cluster, data }) => {
      const { name, expiresAt, unreported }: PolicyExceptionRecord =
        JSON.parse(data);
      return unreported
        ? []
        : [[`${cluster}\n${name}`, { id, name, expiresAt }] as const];
    }),
  );
}

/** Reports name an exception by its name, or with its namespace before it. */
function exceptionOf(
  { cluster, exception }: JoinedRow,
  exceptions: ReadonlyMap<string, Excepting>,
): PolicyResult['exception'] {
  const name = exception?.split(',')[0].split('/').at(-1);
  return name ? exceptions.get(`${cluster}\n${name}`) ?? { name } : undefined;
}
