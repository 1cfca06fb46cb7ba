import type { AttentionItem } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClaimRow } from '../../rows/ClaimRow';
import { withoutNulls } from '../../sql/withoutNulls';
import type { SummaryQuery } from '../getSummary';
import type { QueryContext } from '../QueryContext';
import { whereClaim } from './claimFilters';
import { hiddenClusters, hideInSummary } from './hiddenClusters';

type TroubledClaim = Pick<
  ClaimRow,
  | 'id'
  | 'cluster'
  | 'name'
  | 'state'
  | 'summary'
  | 'step'
  | 'step_state'
  | 'since'
  | 'makes_cluster'
  | 'environment'
> & { owner_refs?: string };

/** Claims that do not come to an end by themselves, worst first; none where a filter narrows the summary to a part of what runs. */
export async function readTroubledClaims(
  { database }: QueryContext,
  { access, filter }: SummaryQuery,
  most: number,
): Promise<{ items: AttentionItem[]; total: number }> {
  if (filter && filter.length > 0) {
    return { items: [], total: 0 };
  }
  const troubled = () => {
    const claims = database('claims').whereRaw(
      "claims.state in ('failing', 'degraded')",
    );
    whereClaim(database, claims, { access });
    return claims;
  };
  const [{ total }] = await troubled().count({ total: '*' });
  const rows: object[] = await troubled()
    .leftJoin('records', 'records.id', 'claims.id')
    .orderBy(['claims.urgency', 'claims.id'])
    .limit(most)
    .select('claims.*', 'records.owner_refs');
  const found = rows.map(row => withoutNulls<TroubledClaim>(row));
  const made = found.flatMap(({ makes_cluster: name }) => name ?? []);
  const hidden = await hiddenClusters(database, made, access);
  return {
    total: Number(total),
    items: found.map(claim => toItem(claim, hidden)),
  };
}

function toItem(
  claim: TroubledClaim,
  hidden: ReadonlySet<string>,
): AttentionItem {
  const owners: string[] = claim.owner_refs ? JSON.parse(claim.owner_refs) : [];
  return {
    type: 'claim',
    title: claim.name,
    state: claim.state,
    summary: hidden.has(claim.makes_cluster ?? '')
      ? hideInSummary(claim)
      : claim.summary,
    since: claim.since,
    ownerRef: owners[0],
    cluster: claim.cluster,
    claimId: claim.id,
    clusters: [claim.makes_cluster ?? claim.cluster],
    total: 1,
    environment: claim.environment,
  };
}
