import type { ClaimNodeRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import {
  summariseTree,
  type TreeSummary,
} from '../../claims/tree/summariseTree';
import { chunks, upsert } from '../sql/bulk';
import { readTree } from './readTree';

/** Marks at a time. */
const batch = 2_000;

/** A claim whose tree was looked at again; without a tree it is no longer on its hub. */
export interface SweptTree {
  id: string;
  cluster: string;
  record?: ClaimNodeRecord;
  tree?: TreeSummary;
}

/** Reads anew some of the trees that are marked. Undefined when none is marked any more. */
export async function sweepTrees(
  trx: Knex.Transaction,
): Promise<SweptTree[] | undefined> {
  // Who marks one of these meanwhile waits, and then marks it anew.
  const marked: { node_id: string }[] = await trx('claim_marks')
    .orderBy('node_id')
    .limit(batch)
    .forUpdate()
    .select('node_id');
  if (marked.length === 0) {
    return undefined;
  }
  const ids = marked.map(({ node_id: id }) => id);
  await trx('claim_marks').whereIn('node_id', ids).delete();
  const claims = new Map<string, string>();
  const members: { claim_id: string; cluster: string }[] = await trx(
    'claim_members',
  )
    .whereIn('node_id', ids)
    .distinct('claim_id', 'cluster');
  members.forEach(({ claim_id: id, cluster }) => claims.set(id, cluster));
  const roots = await readRoots(trx, [...claims.keys(), ...ids]);
  roots.forEach(({ cluster }, id) => claims.set(id, cluster));
  const swept: SweptTree[] = [];
  for (const [id, cluster] of claims) {
    const record = roots.get(id)?.record;
    swept.push(
      record ? await sweepTree(trx, { id, cluster, record }) : { id, cluster },
    );
  }
  const gone = swept.filter(({ record }) => !record).map(({ id }) => id);
  for (const some of chunks(gone)) {
    await trx('claim_members').whereIn('claim_id', some).delete();
  }
  return swept;
}

async function readRoots(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, { cluster: string; record: ClaimNodeRecord }>> {
  const roots = new Map<string, { cluster: string; record: ClaimNodeRecord }>();
  for (const some of chunks(ids)) {
    const rows: { id: string; cluster: string; data: string }[] = await trx(
      'records',
    )
      .whereIn('id', some)
      .whereRaw("type = 'claim-node'")
      .select('id', 'cluster', 'data');
    for (const { id, cluster, data } of rows) {
      const record: ClaimNodeRecord = JSON.parse(data);
      if (record.root) {
        roots.set(id, { cluster, record });
      }
    }
  }
  return roots;
}

async function sweepTree(
  trx: Knex.Transaction,
  claim: { id: string; cluster: string; record: ClaimNodeRecord },
): Promise<SweptTree> {
  const content = await readTree(trx, claim.cluster, claim);
  await writeMembers(
    trx,
    claim,
    content.nodes.map(({ id }) => id),
  );
  return { ...claim, tree: summariseTree(content) };
}

async function writeMembers(
  trx: Knex.Transaction,
  { id: claim_id, cluster }: { id: string; cluster: string },
  nodes: readonly string[],
): Promise<void> {
  const before: string[] = await trx('claim_members')
    .where({ claim_id })
    .pluck('node_id');
  const now = new Set(nodes);
  const known = new Set(before);
  const gone = before.filter(id => !now.has(id));
  for (const some of chunks(gone)) {
    await trx('claim_members')
      .where({ claim_id })
      .whereIn('node_id', some)
      .delete();
  }
  await upsert(
    trx,
    'claim_members',
    nodes
      .filter(id => !known.has(id))
      .map(node_id => ({ node_id, claim_id, cluster })),
    {
      columns: ['node_id', 'claim_id', 'cluster'],
      key: ['node_id', 'claim_id'],
    },
  );
}
