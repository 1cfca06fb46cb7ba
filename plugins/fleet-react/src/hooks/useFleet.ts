import type { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import { useLoaded } from './useLoaded';

/** What a query depends on. @public */
export type FleetDependencies = readonly (
  | string
  | number
  | boolean
  | undefined
)[];

/** How {@link useFleet} asks. @public */
export interface FleetOptions {
  /** Ask nothing yet. */
  pause?: boolean;
  /** Ask again after this time even without a signal; 30 when absent. */
  intervalSeconds?: number;
  /** Never ask again by itself: for what is costly to ask, such as a live object. */
  once?: boolean;
}

/** What {@link useFleet} knows. @public */
export interface FleetResult<T> {
  /** The last value that arrived; kept while the next one loads and when it fails to. */
  value: T | undefined;
  error: Error | undefined;
  /** For the first value and after the dependencies changed, not while it reloads in the background. */
  loading: boolean;
  /** When the value arrived, in ISO 8601. */
  age: string | undefined;
  /** Rises with every value that the viewer asked for, by dependencies; a list may rearrange itself only then. */
  generation: number;
  refresh(): Promise<void>;
}

/**
 * Asks the fleet backend, again when it signals a change, and at least each 30 s while the page is visible.
 *
 * @public
 */
export function useFleet<T>(
  query: (api: FleetClient, signal: AbortSignal) => Promise<T>,
  dependencies: FleetDependencies,
  options: FleetOptions = {},
): FleetResult<T> {
  const { update: _, ...result } = useLoaded(query, dependencies, options);
  return result;
}
