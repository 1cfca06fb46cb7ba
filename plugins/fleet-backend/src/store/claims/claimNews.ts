import type { Knex } from 'knex';
import { chunks } from '../sql/bulk';

/** What was so before the fleet was first read is no news. */
const newsMs = 24 * 60 * 60_000;
const mostNews = 1_000;

/** A claim that fails, or that is ready, and whose owners have not been told. */
export interface ClaimNews {
  id: string;
  title: string;
  /** The hub. */
  cluster: string;
  summary: string;
  severity: 'high';
  /** It is ready. */
  ended: boolean;
  /** Entity refs, over proven links. */
  ownerRefs: string[];
}

interface NewsRow extends Pick<ClaimNews, 'id' | 'cluster' | 'summary'> {
  kind: string;
  name: string;
  state: string;
  owner_refs: string;
}

/** That one fails is told once until it is ready, and that it is ready once until it fails. */
export async function readClaimNews(
  database: Knex,
  now: Date,
): Promise<ClaimNews[]> {
  const since = new Date(now.getTime() - newsMs).toISOString();
  const rows: NewsRow[] = await database('claims')
    .join('records', 'records.id', 'claims.id')
    .where({ on_hub: true })
    .whereNotNull('records.owner_refs')
    .whereNot('records.owner_refs', '[]')
    .where(news =>
      news
        .where(failing =>
          failing
            .whereIn('claims.state', ['failing', 'degraded'])
            .where('claims.since', '>=', since)
            .whereRaw("coalesce(claims.told, '') <> 'failing'"),
        )
        .orWhere(ready =>
          ready
            .where('claims.state', 'healthy')
            .where('claims.ready_at', '>=', since)
            .whereRaw("coalesce(claims.told, '') <> 'ready'"),
        ),
    )
    .orderBy(['claims.urgency', 'claims.id'])
    .limit(mostNews)
    .select(
      'claims.id',
      'claims.cluster',
      'claims.kind',
      'claims.name',
      'claims.state',
      'claims.summary',
      'records.owner_refs',
    );
  return rows.map(({ kind, name, state, owner_refs: ownerRefs, ...news }) => ({
    ...news,
    title: `${kind} ${name}`,
    severity: 'high',
    ended: state === 'healthy',
    ownerRefs: JSON.parse(ownerRefs),
  }));
}

/** Their owners have been told. */
export async function noteClaimNews(
  database: Knex,
  news: readonly Pick<ClaimNews, 'id' | 'ended'>[],
): Promise<void> {
  for (const ended of [true, false]) {
    const ids = news.filter(item => item.ended === ended).map(({ id }) => id);
    for (const some of chunks(ids)) {
      await database('claims')
        .whereIn('id', some)
        .update({ told: ended ? 'ready' : 'failing' });
    }
  }
}
