import {
  policySeverities,
  type PolicySeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type {
  PolicyResultRow,
  StoredResultFacts,
} from '../rows/PolicyResultRow';
import { chunks } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';

/** What began longer ago, by what its reporter says, is no news. */
const newsMs = 24 * 60 * 60_000;
const mostNews = 1_000;

/** A result whose owners have not been told yet that it began. */
export interface PolicyNews {
  id: string;
  /** Of the policy. */
  title: string;
  cluster: string;
  /** What breaks it, and the policy's own message. */
  summary: string;
  severity: PolicySeverity;
  ended: false;
  /** Entity refs, over proven links. */
  ownerRefs: string[];
}

type NewsRow = PolicyResultRow & { title?: string; owner_refs: string };

/** Worst first; of the last environment alone, and not what an exception lets through. */
export async function readPolicyNews(
  database: Knex,
  options: {
    severity: PolicySeverity;
    /** The last one. */
    environment: string;
    now: Date;
  },
): Promise<PolicyNews[]> {
  const { severity, environment, now } = options;
  const rows: object[] = await database('policy_results')
    .join('clusters', 'clusters.name', 'policy_results.cluster')
    .leftJoin('policies', join =>
      join
        .on('policies.cluster', 'policy_results.cluster')
        .on('policies.key', 'policy_results.policy_key'),
    )
    .leftJoin('applications', 'applications.id', 'policy_results.record_id')
    .leftJoin('records', 'records.id', 'policy_results.record_id')
    .whereRaw('policy_results.told is null and policy_results.ended_at is null')
    .whereRaw("policy_results.verdict <> 'skip'")
    .where('policy_results.rank', '<=', policySeverities.indexOf(severity))
    .where(
      'policy_results.since',
      '>=',
      new Date(now.getTime() - newsMs).toISOString(),
    )
    .where('clusters.environment', environment)
    .whereRaw("coalesce(applications.owner_refs, records.owner_refs) <> '[]'")
    .orderBy([
      'policy_results.rank',
      'policy_results.since',
      'policy_results.id',
    ])
    .limit(mostNews)
    .select(
      'policy_results.*',
      'policies.title',
      database.raw(
        'coalesce(applications.owner_refs, records.owner_refs) as owner_refs',
      ),
    );
  const news = rows.map(row => toNews(withoutNulls<NewsRow>(row)));
  // Of a policy that stands twice on its cluster.
  return [...new Map(news.map(item => [item.id, item])).values()];
}

function toNews(row: NewsRow): PolicyNews {
  const { message }: StoredResultFacts = JSON.parse(row.facts);
  const resource = [row.kind, row.namespace, row.name].filter(Boolean);
  return {
    id: row.id,
    title: row.title ?? row.policy,
    cluster: row.cluster,
    summary: `${resource.join('/')}: ${message}`,
    severity: row.severity,
    ended: false,
    ownerRefs: JSON.parse(row.owner_refs),
  };
}

/** Their owners have been told. */
export async function notePolicyNews(
  database: Knex,
  news: readonly Pick<PolicyNews, 'id'>[],
): Promise<void> {
  for (const some of chunks(news.map(({ id }) => id))) {
    await database('policy_results')
      .whereIn('id', some)
      .update({ told: 'open' });
  }
}
