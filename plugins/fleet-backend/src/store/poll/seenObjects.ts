import { createHash } from 'node:crypto';
import type { LiveFields } from '../../drift/override/LiveFields';
import type { SeenObject } from '../drift/detectObjects';
import type { CollectionChange, CollectionKey } from '../FleetPollStore';
import { collectionId } from '../rows/CollectionRow';
import type { ExistingRecord } from './readExisting';

/** What a change tells of objects in which overrides are looked for, each with its versions in order; deletions of any kind. */
export function seenObjects(
  cluster: string,
  changes: readonly CollectionChange[],
  gone: readonly ExistingRecord[],
): SeenObject[] {
  const seen = new Map<string, SeenObject>();
  const ownerKeys = new Map(
    gone.map(record => [placeOf(record.collection, record), record.owner_key]),
  );
  const see = (
    state: CollectionKey,
    key: string,
    version: LiveFields | undefined,
    ownerKey: string | undefined,
  ) => {
    const place = placeOf(collectionId(state), { object_key: key });
    const item = seen.get(place) ?? {
      id: objectId(cluster, place),
      object: version?.object ?? objectOf(state, key),
      versions: [],
    };
    item.ownerKey = ownerKey ?? item.ownerKey ?? ownerKeys.get(place);
    item.versions.push(version);
    seen.set(place, item);
  };
  for (const { state, objects } of changes) {
    for (const { key, live, records } of objects) {
      if (live || records.length === 0) {
        see(state, key, live, records[0]?.ownerKey);
      }
    }
  }
  // Those that a listing no longer names.
  for (const record of gone) {
    const { collection, object_key: key, owner_key: ownerKey } = record;
    const change = changes.find(
      ({ state }) => collectionId(state) === collection,
    );
    if (change && !seen.has(placeOf(collection, record))) {
      see(change.state, key, undefined, ownerKey);
    }
  }
  return [...seen.values()];
}

function placeOf(
  collection: string,
  { object_key: key }: Pick<ExistingRecord, 'object_key'>,
): string {
  return `${collection}\n${key}`;
}

/** The same whenever and by whomever the object is read. */
function objectId(cluster: string, place: string): string {
  const digest = createHash('sha256').update(`${cluster}\n${place}`);
  return digest.digest('base64url').slice(0, 24);
}

function objectOf(
  { group, version, kind }: CollectionKey,
  key: string,
): LiveFields['object'] {
  const [name, namespace] = key.split('/').reverse();
  return { group, version, kind, namespace, name };
}
