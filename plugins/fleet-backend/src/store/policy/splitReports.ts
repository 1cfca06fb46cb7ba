import type { PolicyReportRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { CollectionChange } from '../FleetPollStore';
import { collectionId } from '../rows/CollectionRow';

/** What became of the reports of one collection. */
export interface ReportsChange {
  collection: string;
  /** By the key of the object, as it was last; undefined: it reports nothing, or is gone. */
  reports: Map<string, PolicyReportRecord | undefined>;
  listing?: CollectionChange['listing'];
  clear?: boolean;
  /** Whether what begins with it is news: the collection had been read not long before. */
  news: boolean;
}

/** Tells what objects report apart from everything else: they are kept in another way than records. */
export function splitReports(changes: readonly CollectionChange[]): {
  collections: CollectionChange[];
  reports: ReportsChange[];
} {
  return {
    collections: changes.map(change => ({
      ...change,
      objects: change.objects.flatMap(object => {
        const records = object.records.filter(
          ({ type }) => type !== 'policy-report',
        );
        // An object without records is one that was deleted; one that only reports was not.
        return records.length > 0 || object.records.length === 0
          ? [{ ...object, records }]
          : [];
      }),
    })),
    reports: changes.map(({ state, objects, listing, clear }) => ({
      collection: collectionId(state),
      reports: new Map(
        objects.map(({ key, records }) => [
          key,
          records.find(
            (record): record is PolicyReportRecord =>
              record.type === 'policy-report',
          ),
        ]),
      ),
      listing,
      clear,
      news: false,
    })),
  };
}
