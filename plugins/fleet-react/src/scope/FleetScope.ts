/**
 * The part of the fleet that a screen is about.
 *
 * @public
 */
export interface FleetScope {
  /** The filter key of the API. */
  key: 'entity' | 'cluster';
  value: string;
  /** Whether it holds what belongs to several entities. */
  sum: boolean;
}
