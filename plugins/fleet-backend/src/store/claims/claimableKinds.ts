import type {
  ClaimKindRecord,
  ObjectReference,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { clusterKindOf } from '../../claims/claimFields';
import type { ClaimRules } from '../../claims/ClaimRules';

/** Tells whether an object that Git has is a claim: its kind is offered by the hub, there already, or of those that make clusters. */
export async function claimableKinds(
  database: Knex,
  rules: ClaimRules,
): Promise<(hub: string, object: ObjectReference) => boolean> {
  const offered: { cluster: string; data: string }[] = await database('records')
    .whereRaw("type = 'claim-kind'")
    .select('cluster', 'data');
  const present: { cluster: string; api_version: string; kind: string }[] =
    await database('claims')
      .where({ on_hub: true })
      .distinct('cluster', 'api_version', 'kind');
  const known = new Set([
    ...offered.map(({ cluster, data }) => {
      const { group, claimKind }: ClaimKindRecord = JSON.parse(data);
      return keyOf(cluster, group, claimKind);
    }),
    ...present.map(({ cluster, api_version: apiVersion, kind }) =>
      keyOf(cluster, apiVersion.split('/')[0], kind),
    ),
  ]);
  return (hub, object) =>
    known.has(keyOf(hub, object.apiVersion.split('/')[0], object.kind)) ||
    clusterKindOf(object, rules) !== undefined;
}

function keyOf(hub: string, group: string, kind: string): string {
  return `${hub}\n${group}/${kind}`;
}
