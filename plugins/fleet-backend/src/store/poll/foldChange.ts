import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { CollectionChange } from '../FleetPollStore';
import { collectionId } from '../rows/CollectionRow';
import type { RecordRow } from '../rows/RecordRow';
import { groupBy } from '../sql/groupBy';
import type { ExistingRecord } from './readExisting';
import { recordId } from './recordId';
import { settle, type Settled } from './settle';
import { toRecordRow } from './toRecordRow';

/** A record as a change leaves it. */
export interface FoldedRecord {
  row: RecordRow;
  record: FleetRecord;
  before?: ExistingRecord;
  settled?: Settled;
}

/** One step between settled states, on the way that a change took an application. */
export interface Step {
  id: string;
  record: FleetRecord;
  from: Settled;
  to: Settled;
}

/** What a change comes down to. */
export interface FoldedChange {
  /** New, or differing from what is stored. */
  written: FoldedRecord[];
  /** As stored, but for what nobody has to be told. */
  restated: RecordRow[];
  /** As stored, but named by a listing that goes on. */
  named: { id: string; listing: string }[];
  gone: ExistingRecord[];
  steps: Step[];
}

/** Folds the objects of a change, in order, into what has to be written. */
export function foldChange(
  cluster: string,
  changes: readonly CollectionChange[],
  existing: readonly ExistingRecord[],
  forgotten: readonly string[],
  at: Date,
): FoldedChange {
  const byObject = groupBy(existing, objectOf);
  const folded: FoldedChange = {
    written: [],
    restated: [],
    named: [],
    gone: existing.filter(({ collection }) => forgotten.includes(collection)),
    steps: [],
  };
  for (const change of changes) {
    foldCollection(cluster, change, byObject, { folded, at });
  }
  return folded;
}

function objectOf({ collection, object_key }: ExistingRecord): string {
  return `${collection}\n${object_key}`;
}

function foldCollection(
  cluster: string,
  change: CollectionChange,
  byObject: ReadonlyMap<string, ExistingRecord[]>,
  { folded, at }: { folded: FoldedChange; at: Date },
): void {
  const collection = collectionId(change.state);
  const latest = new Map<string, Map<string, FoldedRecord>>();
  for (const { key, records } of change.objects) {
    const stored = byObject.get(`${collection}\n${key}`) ?? [];
    const previous = latest.get(key);
    const current = new Map<string, FoldedRecord>();
    for (const record of records) {
      const id = recordId(cluster, record);
      const before = stored.find(candidate => candidate.id === id);
      const settledBefore = previous
        ? previous.get(id)?.settled
        : before && settledOf(before);
      const { settled, from } =
        record.type === 'application' ? settle(settledBefore, record, at) : {};
      if (from && settled) {
        folded.steps.push({ id, record, from, to: settled });
      }
      const row = toRecordRow(record, {
        id,
        cluster,
        collection,
        object_key: key,
      });
      row.listing = change.listing?.id ?? before?.listing;
      current.set(id, { row, record, before, settled });
    }
    latest.set(key, current);
  }
  for (const [key, records] of latest) {
    const stored = byObject.get(`${collection}\n${key}`) ?? [];
    folded.gone.push(...stored.filter(({ id }) => !records.has(id)));
    for (const item of records.values()) {
      if (item.before?.gist !== item.row.gist) {
        folded.written.push(item);
      } else if (item.before.hash !== item.row.hash) {
        folded.restated.push(item.row);
      } else if (change.listing && !change.listing.complete) {
        folded.named.push({ id: item.row.id, listing: change.listing.id });
      }
    }
  }
  if (change.clear || change.listing?.complete) {
    for (const stored of byObject.values()) {
      folded.gone.push(
        ...stored.filter(
          item =>
            item.collection === collection &&
            !latest.has(item.object_key) &&
            (change.clear || item.listing !== change.listing?.id),
        ),
      );
    }
  }
}

function settledOf(existing: ExistingRecord): Settled | undefined {
  return existing.settled_state
    ? {
        state: existing.settled_state,
        since: existing.settled_since,
        version: existing.settled_version,
        revision: existing.settled_revision,
        revisionSince: existing.settled_revision_since,
      }
    : undefined;
}
