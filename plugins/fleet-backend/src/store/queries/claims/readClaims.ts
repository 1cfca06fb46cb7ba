import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClaimNodeRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { claimFields, type ClaimManifest } from '../../../claims/claimFields';
import type { ClaimRules } from '../../../claims/ClaimRules';
import type { TreeSummary } from '../../../claims/tree/summariseTree';
import {
  readUsualSeconds,
  usualOf,
  type UsualSeconds,
} from '../../claims/claimDurations';
import { readGitClaims, type GitClaim } from '../../claims/readGitClaims';
import type { ClaimRow } from '../../rows/ClaimRow';
import type { Access } from '../../FleetQueryStore';
import { withoutNulls } from '../../sql/withoutNulls';
import { freshnessOf } from '../freshnessOf';
import type { QueryContext } from '../QueryContext';
import { readRecords, type SeenRecord } from '../readRecords';
import { clusterEntityRef } from '../toCluster';
import { hiddenClusters, hideInSummary } from './hiddenClusters';

/** A claim with what its page tells beside it. */
export interface ReadClaim {
  row: ClaimRow;
  claim: Claim;
  tree?: TreeSummary;
  seen?: SeenRecord<ClaimNodeRecord>;
  git?: GitClaim;
  usual: UsualSeconds;
  /** The cluster that it makes is in the fleet, and the caller may not see it. */
  clusterHidden: boolean;
}

/** Reads claims by their ids, in the order of these. Who may see them is for the caller to settle; the access is to what they make. */
export async function readClaims(
  context: QueryContext,
  rules: ClaimRules,
  ids: readonly string[],
  access: Access,
): Promise<ReadClaim[]> {
  const { database } = context;
  const found: object[] = await database('claims').whereIn('id', [...ids]);
  const rows = new Map(
    found.map(row => {
      const claim = withoutNulls<ClaimRow>(row);
      return [claim.id, { ...claim, on_hub: Boolean(claim.on_hub) }];
    }),
  );
  const records = await readRecords<ClaimNodeRecord>(context, query =>
    query.whereIn('records.id', [...ids]),
  );
  const seen = new Map(records.map(record => [record.id, record]));
  const git = await readGitClaims(database, ids);
  const usual = await readUsualSeconds(database, [...rows.values()]);
  const made = [...rows.values()].flatMap(
    ({ makes_cluster: name }) => name ?? [],
  );
  const joined = new Set<string>(
    await database('clusters').whereIn('name', made).pluck('name'),
  );
  const hidden = await hiddenClusters(database, made, access);
  return ids.flatMap(id => {
    const row = rows.get(id);
    if (!row) {
      return [];
    }
    const parts = {
      row,
      tree: row.tree ? (JSON.parse(row.tree) as TreeSummary) : undefined,
      seen: row.on_hub ? seen.get(id) : undefined,
      git: git.get(id),
      usual,
      clusterHidden: hidden.has(row.makes_cluster ?? ''),
    };
    const claim = toClaim(parts, rules, context);
    const { makesCluster } = claim;
    // What is only proposed may name any cluster.
    const isSettled = row.on_hub || parts.git?.file !== undefined;
    return {
      ...parts,
      claim:
        isSettled && makesCluster && joined.has(makesCluster)
          ? { ...claim, clusterEntityRef: clusterEntityRef(makesCluster) }
          : claim,
    };
  });
}

function toClaim(
  { row, tree, seen, git, usual, clusterHidden }: Omit<ReadClaim, 'claim'>,
  rules: ClaimRules,
  context: QueryContext,
): Claim {
  const manifest: ClaimManifest | undefined = seen?.record ?? git?.manifest;
  const usualSeconds = usualOf(usual, row);
  return {
    id: row.id,
    type: row.type,
    cluster: row.cluster,
    apiVersion: row.api_version,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    state: row.state,
    summary: clusterHidden ? hideInSummary(row) : row.summary,
    reason: tree?.reason,
    message: tree?.message,
    since: row.since,
    paused: tree?.paused ?? false,
    deleting: tree?.deleting ?? false,
    step: row.step,
    stepState: row.step_state,
    failing: tree?.failing,
    ready: tree?.ready ?? 0,
    total: tree?.total ?? 0,
    ...(manifest && claimFields(manifest, rules)),
    entityRefs: seen?.entityRefs ?? [],
    ownerRefs: seen?.ownerRefs ?? [],
    createdAt: row.created_at,
    readyAt: row.ready_at,
    usualSeconds,
    expectedAt: expectedAt(row, usualSeconds),
    pullRequests:
      git?.pullRequests.filter(({ state }) => state === 'open') ?? [],
    source: git?.file && sourceOf(git.file),
    freshness:
      seen?.freshness ??
      freshnessOf(
        { outcome: 'ok', observedAt: context.now().toISOString() },
        context,
      ),
  };
}

function expectedAt(
  { created_at: createdAt, ready_at: readyAt, step_state: state }: ClaimRow,
  usualSeconds: number | undefined,
): string | undefined {
  // Of one that fails nobody can tell.
  return createdAt &&
    !readyAt &&
    state !== 'failing' &&
    usualSeconds !== undefined
    ? new Date(Date.parse(createdAt) + usualSeconds * 1_000).toISOString()
    : undefined;
}

function sourceOf({ repository, path }: NonNullable<GitClaim['file']>) {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return { repository, path, url: `${repository}/blob/HEAD/${encoded}` };
}
