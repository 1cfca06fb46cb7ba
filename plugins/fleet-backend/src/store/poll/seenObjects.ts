import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { LiveFields } from '../../drift/override/LiveFields';
import type { SeenObject } from '../drift/detectObjects';
import { knownObject } from '../drift/knownObject';
import type { CollectionChange, CollectionKey } from '../FleetPollStore';
import { collectionId } from '../rows/CollectionRow';
import { gitOwnedColumns, type GitOwnedRow } from '../rows/GitOwnedRow';
import { withoutNulls } from '../sql/withoutNulls';

/**
 * What a change tells of objects in which overrides are looked for, each with its versions in order: deletions of any kind, and what
 * a listing no longer names.
 */
export async function seenObjects(
  trx: Knex.Transaction,
  cluster: string,
  changes: readonly CollectionChange[],
): Promise<SeenObject[]> {
  const seen = new Map<string, SeenObject>();
  for (const { state, objects, listing } of changes) {
    const collection = collectionId(state);
    for (const { key, live, records } of objects) {
      if (live || records.length === 0) {
        const id = objectId(cluster, collection, key);
        const item = seen.get(id) ?? {
          id,
          collection,
          object: live?.object ?? objectOf(state, key),
          listing: listing?.complete === false ? listing.id : undefined,
          versions: [],
        };
        item.ownerKey = live?.ownerKey ?? item.ownerKey;
        item.versions.push(live);
        seen.set(id, item);
      }
    }
  }
  const unnamed = await unnamedObjects(trx, cluster, changes);
  return [...seen.values(), ...unnamed];
}

async function unnamedObjects(
  trx: Knex.Transaction,
  cluster: string,
  changes: readonly CollectionChange[],
): Promise<SeenObject[]> {
  const unnamed: SeenObject[] = [];
  for (const { state, objects, listing, clear } of changes) {
    if (clear || listing?.complete) {
      const collection = collectionId(state);
      const rows: object[] = await trx('git_owned')
        .where({ cluster, collection })
        .select(...gitOwnedColumns);
      const seen = new Set(
        objects.map(({ key }) => objectId(cluster, collection, key)),
      );
      for (const found of rows) {
        const row = withoutNulls<GitOwnedRow>(found);
        const named = !clear && row.listing === listing?.id;
        if (!named && !seen.has(row.id)) {
          unnamed.push({ ...knownObject(row), versions: [undefined] });
        }
      }
    }
  }
  return unnamed;
}

/** The same whenever and by whomever the object is read. */
function objectId(cluster: string, collection: string, key: string): string {
  const digest = createHash('sha256').update(
    `${cluster}\n${collection}\n${key}`,
  );
  return digest.digest('base64url').slice(0, 24);
}

function objectOf(
  { group, version, kind }: CollectionKey,
  key: string,
): LiveFields['object'] {
  const [name, namespace] = key.split('/').reverse();
  return { group, version, kind, namespace, name };
}
