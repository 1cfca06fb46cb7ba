import type { ClaimKind } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ClaimKindRecord,
  CompositionRecord,
  FleetRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { clusterKindOf } from '../../../claims/claimFields';
import type { ClaimRules } from '../../../claims/ClaimRules';
import { titleOfKind } from '../../../claims/titleOfKind';
import type { OfferedKind } from '../../FleetClaimStore';
import type { Access } from '../../FleetQueryStore';
import { whereClaimVisible, whereClusterNameVisible } from '../conditions';
import type { QueryContext } from '../QueryContext';
import { readRecords, type SeenRecord } from '../readRecords';

/** What the hubs that the caller sees offer to be claimed; nothing for those who may see no claims at all. */
export async function listClaimKinds(
  context: QueryContext,
  rules: ClaimRules,
  access: Access,
): Promise<OfferedKind[]> {
  if (access.claims === false) {
    return [];
  }
  const records = await readRecords(context, query => {
    query.whereIn('records.type', ['claim-kind', 'composition']);
    whereClusterNameVisible(context.database, query, 'records.cluster', access);
  });
  const compositions = records.filter(isOf<CompositionRecord>('composition'));
  const counts = await countClaims(context.database, access);
  return records.filter(isOf<ClaimKindRecord>('claim-kind')).map(seen => {
    const { cluster, record } = seen;
    const claimKind: ClaimKind = {
      ...kindOf(seen, rules),
      compositions: compositions
        .filter(other => other.cluster === cluster && makes(other, record))
        .map(other => other.record.name),
      claims: counts.get(keyOf(cluster, record.group, record.claimKind)) ?? 0,
    };
    return { claimKind, schema: record.schema };
  });
}

function isOf<R extends FleetRecord>(type: R['type']) {
  return (seen: SeenRecord): seen is SeenRecord<R> => seen.record.type === type;
}

function makes(
  { record }: SeenRecord<CompositionRecord>,
  definition: ClaimKindRecord,
): boolean {
  return (
    record.compositeKind === definition.compositeKind &&
    record.compositeApiVersion.split('/')[0] === definition.group
  );
}

function kindOf(
  { id, cluster, record }: SeenRecord<ClaimKindRecord>,
  rules: ClaimRules,
): Omit<ClaimKind, 'compositions' | 'claims'> {
  const { group, claimKind: kind, claimVersion } = record;
  const apiVersion = `${group}/${claimVersion}`;
  return {
    id,
    cluster,
    group,
    kind,
    plural: record.claimPlural,
    apiVersion,
    namespaced: record.namespaced,
    title: titleOfKind(kind),
    description: record.description,
    makesClusters: clusterKindOf({ apiVersion, kind }, rules) !== undefined,
    state: record.state,
    summary: record.summary,
    unreadable: record.unreadable,
  };
}

/** Claims that the caller sees, by their kind. */
async function countClaims(
  database: Knex,
  access: Access,
): Promise<Map<string, number>> {
  const columns = ['claims.cluster', 'claims.api_version', 'claims.kind'];
  const query: Knex.QueryBuilder = database('claims')
    .leftJoin('records', 'records.id', 'claims.id')
    .groupBy(columns)
    .select(columns)
    .count({ count: '*' });
  whereClaimVisible(database, query, access);
  const counts = new Map<string, number>();
  for (const { cluster, api_version: apiVersion, kind, count } of await query) {
    const key = keyOf(cluster, apiVersion.split('/')[0], kind);
    counts.set(key, (counts.get(key) ?? 0) + Number(count));
  }
  return counts;
}

function keyOf(hub: string, group: string, kind: string): string {
  return `${hub}\n${group}/${kind}`;
}
