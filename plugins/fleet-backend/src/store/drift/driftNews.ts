import {
  driftSeverities,
  type DriftKind,
  type DriftSeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import { chunks } from '../sql/bulk';

/** What is new cannot have begun longer ago: what was there when the fleet was first read is no news. */
const newsMs = 60 * 60_000;
const mostNews = 1_000;

/** A drift whose owners have not been told yet that it began, or that it is over. */
export interface DriftNews {
  id: string;
  kind: DriftKind;
  severity: DriftSeverity;
  title: string;
  cluster: string;
  summary: string;
  ended: boolean;
  /** Entity refs, over proven links. */
  ownerRefs: string[];
}

interface NewsRow extends Omit<DriftNews, 'ended' | 'ownerRefs'> {
  ended_at: string | null;
  owner_refs: string;
}

/** Worst first. What is muted is no news, nor is the end of what nobody was told of. */
export async function readDriftNews(
  database: Knex,
  options: { severity: DriftSeverity; now: Date },
): Promise<DriftNews[]> {
  const now = options.now.toISOString();
  const rows: NewsRow[] = await database('drifts')
    .join('applications', 'applications.id', 'drifts.record_id')
    .whereNotNull('applications.owner_refs')
    .where(news =>
      news
        .where(begun =>
          begun
            .whereNull('drifts.ended_at')
            .whereNull('drifts.told')
            .where(
              'drifts.rank',
              '<=',
              driftSeverities.indexOf(options.severity),
            )
            .where(
              'drifts.since',
              '>=',
              new Date(options.now.getTime() - newsMs).toISOString(),
            )
            .where(unmuted =>
              unmuted
                .whereNull('drifts.muted_until')
                .orWhere('drifts.muted_until', '<=', now),
            ),
        )
        .orWhere(over =>
          over.whereNotNull('drifts.ended_at').where('drifts.told', 'open'),
        ),
    )
    .orderBy(['drifts.rank', 'drifts.since', 'drifts.id'])
    .limit(mostNews)
    .select(
      'drifts.id',
      'drifts.kind',
      'drifts.severity',
      'drifts.at_cluster as cluster',
      'drifts.summary',
      'drifts.ended_at',
      'applications.title',
      'applications.owner_refs',
    );
  return rows.map(({ ended_at: endedAt, owner_refs: ownerRefs, ...news }) => ({
    ...news,
    ended: endedAt !== null,
    ownerRefs: JSON.parse(ownerRefs),
  }));
}

/** Their owners have been told. */
export async function noteDriftNews(
  database: Knex,
  news: readonly Pick<DriftNews, 'id' | 'ended'>[],
): Promise<void> {
  for (const ended of [true, false]) {
    const ids = news.filter(item => item.ended === ended).map(({ id }) => id);
    for (const some of chunks(ids)) {
      await database('drifts')
        .whereIn('id', some)
        .update({ told: ended ? 'ended' : 'open' });
    }
  }
}
