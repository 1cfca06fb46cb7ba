/**
 * How lists are asked. `filter` is an array of alternatives, each `key=value,key=value` as the catalog writes it.
 *
 * @public
 */
export interface FleetListOptions {
  filter?: string[];
  /** Part of a name. */
  text?: string;
  /** `field,asc` or `field,desc`. */
  orderField?: string;
  /** At most 500; 50 when absent. */
  limit?: number;
  /** `pageInfo.nextCursor` of the page before. */
  cursor?: string;
}
