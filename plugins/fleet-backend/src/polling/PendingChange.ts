import type { CollectionChange } from '../store/FleetPollStore';
import type { CollectionReader } from './CollectionReader';

/** A change of a collection that has not been written yet. */
export interface PendingChange {
  reader: CollectionReader;
  /** Of the reader when the change was made: one of an earlier generation builds on what was lost. */
  generation: number;
  change: CollectionChange;
}
