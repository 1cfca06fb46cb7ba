import type { EntityDirectory } from '../ownership/EntityDirectory';

/** The side of the store that ownership uses. */
export interface FleetLinkStore {
  /**
   * From now on links, owners and delivery keys of records that are written are computed with this snapshot; and those of all
   * records that are there are brought up to date.
   */
  setDirectory(directory: EntityDirectory): Promise<{ changed: number }>;
}
